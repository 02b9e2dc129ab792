import type { Fact } from '../../facts/fact';
import type { LivePrefixList, LiveRouteTable } from '../../facts/live';
import { contains, normaliseCidr, toRange } from '../../network/cidr';

/** What must be led to the peering. */
export interface Rivalry {
  peerings: readonly string[];
  /** IPv4 ranges of the other VPC. */
  ranges: readonly string[];
  prefixLists: Fact<readonly LivePrefixList[]>;
}

export interface Rivals {
  /** Each as `10.2.0.0/24 → tgw-1`. */
  rivals: string[];
  /** Prefix lists that were not read and whose routes lead elsewhere. */
  doubts: string[];
}

/**
 * The routes of a table that lead a range of the other VPC, or a part of one, to another target. Wider routes are
 * none: the route to the peering goes before them.
 */
export function rivalsIn(
  { routes }: LiveRouteTable,
  { peerings, ranges, prefixLists }: Rivalry,
): Rivals {
  const lists = prefixLists.ok ? prefixLists.value : [];
  const foreign = routes.filter(
    ({ target }) => target.kind !== 'local' && !peerings.includes(target.id),
  );
  const found: Rivals = { rivals: [], doubts: [] };
  for (const { destination, target, state } of foreign) {
    const list = lists.find(({ id }) => id === destination);
    if (destination.startsWith('pl-') && !list) found.doubts.push(destination);
    const inside = (list?.cidrs ?? [destination]).find(cidr =>
      liesIn(cidr, ranges),
    );
    const gone = state === 'blackhole' ? ' (blackhole)' : '';
    const name = list ? `${inside} of ${destination}` : inside;
    if (inside) found.rivals.push(`${name} → ${target.id}${gone}`);
  }
  return found;
}

/** CIDRs that share an address hold one another, so a narrower or equal one lies in the range. */
function liesIn(cidr: string, ranges: readonly string[]): boolean {
  const range = normaliseCidr(cidr);
  return (
    range !== undefined &&
    ranges.some(other => contains(toRange(other), toRange(range)))
  );
}
