import { contains, toRange } from '../../network/cidr';
import { findOverlaps } from '../../network/overlap';
import { type Breach, type Rule, type SideEntry, sidesOf } from './rule';

/** The subnets of a VPC that is already there lie inside it, apart from each other, each named once. */
export const existingSubnets: Rule = environment =>
  sidesOf(environment).flatMap(entry => [
    ...outside(entry),
    ...repeated(entry),
    ...overlapping(entry),
  ]);

function subnetsOf({ parts, path }: SideEntry) {
  const base = [...path, 'network', 'existing', 'privateSubnets'];
  return (parts.network?.existing?.privateSubnets ?? []).map(
    (subnet, index) => ({
      id: subnet?.id,
      cidr: subnet?.cidr,
      path: [...base, index],
    }),
  );
}

function outside(entry: SideEntry): Breach[] {
  const ranges = entry.parts.network?.existing?.cidrs;
  if (!ranges || ranges.includes(undefined)) return [];
  const outer = ranges.flatMap(range => (range ? [toRange(range)] : []));
  return subnetsOf(entry).flatMap(({ cidr, path }) =>
    cidr === undefined || outer.some(range => contains(range, toRange(cidr)))
      ? []
      : [
          {
            path: [...path, 'cidr'],
            expected: `a range inside ${ranges.join(', ')} (existing.cidrs)`,
            received: cidr,
            remedy:
              "Correct the subnet's range, or add the VPC's missing range to existing.cidrs.",
          },
        ],
  );
}

function repeated(entry: SideEntry): Breach[] {
  const all = subnetsOf(entry);
  return all
    .filter(
      ({ id }, index) =>
        id !== undefined && all.findIndex(other => other.id === id) < index,
    )
    .map(({ id, path }) => ({
      path: [...path, 'id'],
      expected: 'every subnet once',
      received: `${id} again`,
      remedy: 'Name another subnet, or remove it.',
    }));
}

function overlapping(entry: SideEntry): Breach[] {
  const all = subnetsOf(entry).flatMap(({ cidr, path }) =>
    cidr === undefined ? [] : [{ cidr, path, range: toRange(cidr) }],
  );
  return findOverlaps(all).map(couple => {
    const [one, other] = couple.sort((a, b) => all.indexOf(a) - all.indexOf(b));
    return {
      path: [...other.path, 'cidr'],
      expected: `a range that shares no address with the subnet ${one.cidr}`,
      received: other.cidr,
      remedy: 'Correct the range of one of the two subnets.',
    };
  });
}
