import type { Fact } from '../../fact';
import { type Certainty, every } from '../../kubernetes/certainty';
import { type AddressSet, formatAddresses } from '../../ranges/addressSet';
import type { LivePrefixList, LiveRoute, LiveRouteTable } from '../aws';
import { effectiveTable } from './effectiveTable';
import { type RouteLookup, type RoutePart, lookUpRoutes } from './lookUpRoutes';

/** Whether packets go as they should, and the routes that decide. */
export interface Way {
  answer: Certainty;
  /** Such as `rtb-1 10.2.0.0/20 → pcx-1`, or `rtb-1 0.0.0.0/0 → nat-1 takes 10.2.4.0/22` of what goes astray. */
  detail: string;
}

/** What the routes of a VPC are looked up in. */
export interface Routing {
  routeTables: readonly LiveRouteTable[];
  prefixLists: Fact<readonly LivePrefixList[]>;
}

/** Whether an active route takes packets where they have to go. */
export interface Acceptance {
  answer: Certainty;
  /** What decides beyond the route itself. */
  why?: string;
}

/** Where packets go, and which active routes take which of them there. */
export interface Journey {
  destination: AddressSet;
  accepts(route: LiveRoute, addresses: AddressSet): Acceptance;
}

/** The way of packets that leave a subnet; every part of the destination must be taken there. */
export function wayFrom(
  subnetId: string,
  journey: Journey,
  { routeTables, prefixLists }: Routing,
): Way {
  const table = effectiveTable(subnetId, routeTables);
  return table
    ? wayBy(table, journey, prefixLists)
    : { answer: 'unknown', detail: `no route table of ${subnetId} was read` };
}

/** The way of packets that one table steers. */
export function wayBy(
  table: LiveRouteTable,
  { destination, accepts }: Journey,
  prefixLists: Routing['prefixLists'],
): Way {
  if (destination.length === 0)
    return { answer: 'unknown', detail: 'no address to look for is known' };
  const lookup = lookUpRoutes(table, { destination, prefixLists });
  const ways = lookup.parts.map(part => wayOfPart(lookup, part, accepts));
  const answer = every(ways.map(way => way.answer));
  const deciding = ways.filter(way => way.answer === answer);
  return { answer, detail: joined(deciding.map(({ detail }) => detail)) };
}

function wayOfPart(
  { table, doubts }: RouteLookup,
  part: RoutePart,
  accepts: Journey['accepts'],
): Way {
  const judge = (route: LiveRoute | undefined): Acceptance =>
    route?.state === 'active'
      ? accepts(route, part.addresses)
      : { answer: 'no' };
  const { answer, why } = judge(part.route);
  const path = describe(table, part);
  const other = [...part.rivals, ...doubts].find(
    route => judge(route).answer !== answer,
  );
  const astray = answer !== 'yes' || other ? lostBy(part) : '';
  const detail = [`${path}${astray}`, ...(why ? [why] : [])].join(': ');
  if (!other) return { answer, detail };
  const unread = doubts.includes(other) ? ', which was not read,' : '';
  return {
    answer: 'unknown',
    detail: `${detail}, unless ${other.destination}${unread} leads to ${other.target.id}`,
  };
}

function describe(
  table: LiveRouteTable,
  { route, range, addresses }: RoutePart,
): string {
  if (!route)
    return `${table.id} has no route to ${formatAddresses(addresses)}`;
  const { destination, target, state } = route;
  const list = destination.startsWith('pl-') ? ` of ${destination}` : '';
  const gone = state === 'blackhole' ? ' (blackhole)' : '';
  return `${table.id} ${range}${list} → ${target.id}${gone}`;
}

/** The addresses that the route takes away, where its range does not say so by itself. */
function lostBy({ route, range, addresses }: RoutePart): string {
  const lost = formatAddresses(addresses);
  return !route || lost === range ? '' : ` takes ${lost}`;
}

const SHOWN = 3;

function joined(details: readonly string[]): string {
  const shown = details.slice(0, SHOWN).join(', ');
  return details.length > SHOWN ? `${shown}, …` : shown;
}
