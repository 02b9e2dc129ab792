/**
 * Routes have no tags, so their table carries one for each route that this action made. Its value names the
 * connection and the peerings that the route led to, the newest first: so a route is known again when its
 * peering is long gone and it is a blackhole.
 */
const PREFIX = 'scalardl-on-eks:route:';

export interface RouteMark {
  destination: string;
  connection: string;
  peerings: readonly string[];
}

export function markKey(destination: string): string {
  return `${PREFIX}${destination}`;
}

/** Fits into a tag's 256 characters. */
const REMEMBERED = 5;

export function markValue({
  connection,
  peerings,
}: Omit<RouteMark, 'destination'>): string {
  return [connection, ...peerings.slice(0, REMEMBERED)].join(' ');
}

/** Every mark of a table. */
export function readMarks(tags: ReadonlyMap<string, string>): RouteMark[] {
  return [...tags].flatMap(([key, value]) => {
    if (!key.startsWith(PREFIX)) return [];
    const [connection = '', ...peerings] = value.split(' ');
    return [{ destination: key.slice(PREFIX.length), connection, peerings }];
  });
}
