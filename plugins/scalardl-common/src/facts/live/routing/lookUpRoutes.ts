import { normaliseCidr, toRange } from '../../../network/cidr';
import type { Fact } from '../../fact';
import {
  type AddressSet,
  addressSet,
  difference,
} from '../../ranges/addressSet';
import type { LivePrefixList, LiveRoute, LiveRouteTable } from '../aws';

/** Addresses that leave by the same route. */
export interface RoutePart {
  addresses: AddressSet;
  /** Absent where no route of the table holds the addresses: packets to them are dropped. */
  route?: LiveRoute;
  /** The range that holds them: the route's destination, or the entry of its prefix list. */
  range?: string;
  /** Routes of which AWS may just as well choose one: the same range by another prefix list. */
  rivals: readonly LiveRoute[];
}

/** Where a table sends a set of addresses. */
export interface RouteLookup {
  table: LiveRouteTable;
  /** Disjoint, and together all addresses that were asked for. */
  parts: RoutePart[];
  /** Routes whose prefix list was not read, so that they may take any of the addresses. */
  doubts: LiveRoute[];
}

/**
 * Follows IPv4 addresses through a route table as AWS does: the longest prefix decides, whatever its state, and
 * among equals a static route goes before a prefix list, and that before a propagated route
 * (https://docs.aws.amazon.com/vpc/latest/userguide/route-tables-priority.html).
 */
export function lookUpRoutes(
  table: LiveRouteTable,
  wanted: {
    destination: AddressSet;
    prefixLists: Fact<readonly LivePrefixList[]>;
  },
): RouteLookup {
  const { destination, prefixLists } = wanted;
  const lists = prefixLists.ok ? prefixLists.value : [];
  const doubts = table.routes.filter(
    ({ destination: id }) =>
      isPrefixList(id) && !lists.some(list => list.id === id),
  );
  const parts: RoutePart[] = [];
  let left = destination;
  for (const { range, routes } of candidates(table, lists)) {
    const held = addressSet([range]);
    const after = difference(left, held);
    const addresses = difference(left, after);
    const [route, ...rivals] = routes;
    if (addresses.length > 0) parts.push({ addresses, route, range, rivals });
    left = after;
  }
  return {
    table,
    parts:
      left.length > 0 ? [...parts, { addresses: left, rivals: [] }] : parts,
    doubts,
  };
}

interface Candidate {
  range: string;
  /** The one that is taken, and those that are as good. */
  routes: LiveRoute[];
}

/** Every range of the table once, the longest prefix first. */
function candidates(
  table: LiveRouteTable,
  lists: readonly LivePrefixList[],
): Candidate[] {
  const byRange = new Map<string, LiveRoute[]>();
  for (const route of table.routes) {
    for (const text of rangesOf(route, lists)) {
      const range = normaliseCidr(text);
      if (range === undefined) continue;
      byRange.set(range, [...(byRange.get(range) ?? []), route]);
    }
  }
  return [...byRange]
    .map(([range, routes]) => ({ range, routes: firstAmongEquals(routes) }))
    .sort((one, other) => prefixOf(other.range) - prefixOf(one.range));
}

function rangesOf(
  { destination }: LiveRoute,
  lists: readonly LivePrefixList[],
): readonly string[] {
  if (!isPrefixList(destination)) return [destination];
  return lists.find(({ id }) => id === destination)?.cidrs ?? [];
}

/** Routes of one range and rank that lead to different targets: AWS takes either and does not say which. */
function firstAmongEquals(routes: readonly LiveRoute[]): LiveRoute[] {
  const best = Math.min(...routes.map(rank));
  const equals = routes.filter(route => rank(route) === best);
  return equals.filter(
    (route, index) =>
      equals.findIndex(({ target }) => target.id === route.target.id) === index,
  );
}

function rank({ target, destination, propagated }: LiveRoute): number {
  if (target.kind === 'local') return 0;
  if (isPrefixList(destination)) return 2;
  return propagated ? 3 : 1;
}

function isPrefixList(destination: string): boolean {
  return destination.startsWith('pl-');
}

function prefixOf(range: string): number {
  return toRange(range).prefix;
}
