import type { KeyPath } from '../source/keyPath';
import { type Breach, type Rule, type SideEntry, sidesOf } from './rule';

/** Zones belong to the region of their side, and a new VPC names each of them once. */
export const zones: Rule = environment =>
  sidesOf(environment).flatMap(entry => [
    ...foreignZones(entry),
    ...repeatedZones(entry),
    ...tooFewZones(entry),
  ]);

interface Zone {
  zone: string;
  path: KeyPath;
}

function newZones({ parts, path }: SideEntry): Zone[] {
  return (parts.network?.zones ?? []).flatMap((zone, index) =>
    zone ? [{ zone, path: [...path, 'network', 'zones', index] }] : [],
  );
}

function existingZones({ parts, path }: SideEntry): Zone[] {
  const base = [...path, 'network', 'existing', 'privateSubnets'];
  const subnets = parts.network?.existing?.privateSubnets ?? [];
  return subnets.flatMap((subnet, index) =>
    subnet?.zone ? [{ zone: subnet.zone, path: [...base, index, 'zone'] }] : [],
  );
}

function foreignZones(entry: SideEntry): Breach[] {
  const { region } = entry;
  if (region === undefined) return [];
  return [...newZones(entry), ...existingZones(entry)]
    .filter(({ zone }) => zone.slice(0, -1) !== region)
    .map(({ zone, path }) => ({
      path,
      expected: `a zone of ${region}, such as ${region}a`,
      received: zone,
      remedy: `Name a zone of that region, or change the region of the ${entry.name} side.`,
    }));
}

function repeatedZones(entry: SideEntry): Breach[] {
  const all = newZones(entry);
  return all
    .filter(({ zone }, index) =>
      all.slice(0, index).some(earlier => earlier.zone === zone),
    )
    .map(({ zone, path }) => ({
      path,
      expected: 'every zone once',
      received: `${zone} again`,
      remedy: 'Name another zone, or remove it.',
    }));
}

function tooFewZones(entry: SideEntry): Breach[] {
  const subnets = entry.parts.network?.existing?.privateSubnets;
  const zonesThere = existingZones(entry).map(({ zone }) => zone);
  if (!subnets || zonesThere.length < subnets.length) return [];
  if (new Set(zonesThere).size > 1) return [];
  return [
    {
      path: [...entry.path, 'network', 'existing', 'privateSubnets'],
      expected: 'subnets in two zones or more, as EKS needs them',
      received: `only subnets in ${zonesThere[0]}`,
      remedy: 'Add a private subnet of another zone.',
    },
  ];
}
