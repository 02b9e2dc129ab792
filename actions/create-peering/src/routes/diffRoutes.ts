import { contains, toRange } from '@scalardl-on-eks/plugin-scalardl-common';
import type { Half } from '../link/link';
import { type RouteMark, readMarks } from './mark';
import type { Route, RouteTable } from './routeTable';

/** One change of one route table. `peerings` are those that the mark has to name besides the wanted one. */
export type RouteChange = {
  table: string;
  destination: string;
} & (
  | { action: 'create' }
  | { action: 'replace'; peerings: readonly string[] }
  /** Only the mark is left where there is no route. */
  | { action: 'remove'; hasRoute: boolean }
);

export interface RouteDiff {
  changes: RouteChange[];
  conflicts: string[];
}

export interface WantedRoutes {
  /** `undefined` where no peering is there yet. */
  peering?: string;
  destinations: readonly string[];
}

/**
 * What has to change so that every effective table leads to the other network over the peering, and no table
 * where this action once did so and no longer should.
 */
export function diffRoutes(half: Half, wanted: WantedRoutes): RouteDiff {
  const { tables } = half.network.state;
  const all = tables.flatMap(table => [
    ...wantedIn(half, table, wanted),
    ...leftIn(half, table, wanted).map(change => ({ change })),
  ]);
  return {
    changes: all.flatMap(one => ('change' in one ? [one.change] : [])),
    conflicts: all.flatMap(one => ('conflict' in one ? [one.conflict] : [])),
  };
}

const LOCAL = 'local';

type One = { change: RouteChange } | { conflict: string };

function wantedIn(half: Half, table: RouteTable, wanted: WantedRoutes): One[] {
  if (!half.network.effectiveTables.has(table.id)) return [];
  return wanted.destinations.flatMap((destination): One[] => {
    const place = { table: table.id, destination };
    const route = table.routes.find(one => one.destination === destination);
    const narrower = table.routes.filter(one =>
      isInside(one, destination, wanted.peering),
    );
    const conflicts = narrower.map(one => ({
      conflict: describeConflict(half, table, one),
    }));
    if (!route)
      return [{ change: { ...place, action: 'create' } }, ...conflicts];
    if (route.target === wanted.peering && !route.isBlackhole) return conflicts;
    const mark = markOf(half, table, destination);
    // The VPC's own range: the overlap is named by itself.
    if (route.target === LOCAL) return [];
    if (!route.isBlackhole || !mark?.peerings.includes(route.target)) {
      return [{ conflict: describeConflict(half, table, route) }, ...conflicts];
    }
    return [
      { change: { ...place, action: 'replace', peerings: mark.peerings } },
      ...conflicts,
    ];
  });
}

/** A narrower route wins over the wanted one for a part of the range. */
function isInside(
  { destination, target }: Route,
  wanted: string,
  peering: string | undefined,
): boolean {
  return (
    destination !== wanted &&
    target !== peering &&
    target !== LOCAL &&
    contains(toRange(wanted), toRange(destination))
  );
}

function markOf(
  { connection }: Half,
  table: RouteTable,
  destination: string,
): RouteMark | undefined {
  return readMarks(table.tags).find(
    mark => mark.destination === destination && mark.connection === connection,
  );
}

/** Routes that this action made for the connection and that are wanted no longer. */
export function leftIn(
  { connection, network }: Half,
  table: RouteTable,
  { destinations }: Pick<WantedRoutes, 'destinations'>,
): RouteChange[] {
  const isEffective = network.effectiveTables.has(table.id);
  return readMarks(table.tags)
    .filter(mark => mark.connection === connection)
    .filter(
      ({ destination }) => !isEffective || !destinations.includes(destination),
    )
    .map(({ destination, peerings }) => ({
      action: 'remove',
      table: table.id,
      destination,
      hasRoute: table.routes.some(
        route =>
          route.destination === destination && peerings.includes(route.target),
      ),
    }));
}

function describeConflict(
  { network: { key }, other }: Half,
  table: RouteTable,
  { destination, target, isBlackhole }: Route,
): string {
  const found = isBlackhole
    ? `a blackhole that led to ${target} and that this action did not make`
    : `a route to ${target}`;
  return `${key}: expected no other route to ${destination} of ${other.name} in ${table.id}, found ${found}; remove it or leave out the subnets of that table.`;
}
