import type { LiveRouteTable } from '../facts/live';
import { type Journey, wayFrom } from '../facts/live/routing';
import { type LiveSide, SIDE_TITLES } from '../facts/live/security/liveSide';
import { trafficSubnets } from '../facts/live/subnets';
import type { Subject } from '../report/report';
import { verdictOf } from './certainty';
import { gapSubjects } from './gapSubjects';

/** Where packets of one side have to go, from each of its subnets. */
export interface Departure {
  from: LiveSide;
  routeTables: readonly LiveRouteTable[];
  journey(subnetId: string): Journey;
}

/**
 * Every subnet of one side's nodes, pods and load balancers, and whether its packets are taken where they have to
 * go; a subject each, named after the route that decides.
 */
export function departureSubjects({
  from,
  routeTables,
  journey,
}: Departure): Subject[] {
  const { subnets, gaps } = trafficSubnets(from);
  const { prefixLists } = from.facts;
  const title = SIDE_TITLES[from.side];
  return [
    ...subnets.map(({ id, uses }): Subject => {
      const way = wayFrom(id, journey(id), { routeTables, prefixLists });
      return {
        id,
        verdict: verdictOf(way.answer),
        detail: `${title} ${id} (${uses.join(', ')}): ${way.detail}`,
      };
    }),
    ...gapSubjects(gaps, `subnets of ${title}`),
  ];
}
