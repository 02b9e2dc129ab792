import type { LiveRoute } from '../../facts/live';
import { healthyFacts } from '../../facts/live/fixture/healthy.fixture';
import { itJudges } from '../__testUtils__/itJudges';
import {
  denied,
  ofLedger,
  route,
  withRoutes,
} from '../__testUtils__/liveCases';
import {
  ipv6Clusters,
  oneVpc,
  withoutPeering,
} from '../__testUtils__/peeringWorlds';
import { noCompetingRoutes } from './noCompetingRoutes';

const plus = (table: string, ...routes: LiveRoute[]) =>
  ofLedger(
    'routeTables',
    withRoutes(table, all => [...all, ...routes]),
  );

const gateway = (destination: string) =>
  route(destination, 'transitGateway', { id: 'tgw-1' });

describe('no-competing-routes', () => {
  itJudges(noCompetingRoutes, {
    'passes where only the peering has the range': {
      facts: healthyFacts(),
      verdict: 'pass',
      says: 'rtb-ledger-0 has no other route there',
    },
    'passes for a wider route, which the peering goes before': {
      facts: plus('rtb-ledger-0', gateway('10.0.0.0/8')),
      verdict: 'pass',
      says: 'rtb-ledger-0 has no other route there',
    },
    'fails for a part of the range to a transit gateway': {
      facts: plus('rtb-ledger-0', gateway('10.2.4.0/24')),
      verdict: 'fail',
      says: 'rtb-ledger-0 10.2.4.0/24 → tgw-1',
    },
    'fails for the same range in a table that no subnet in use has': {
      facts: plus('rtb-ledger-main', gateway('10.2.0.0/20')),
      verdict: 'fail',
      says: 'rtb-ledger-main 10.2.0.0/20 → tgw-1',
    },
    'fails for the blackhole of an earlier peering': {
      facts: plus(
        'rtb-ledger-public',
        route('10.2.0.0/20', 'peering', { id: 'pcx-0', state: 'blackhole' }),
      ),
      verdict: 'fail',
      says: 'rtb-ledger-public 10.2.0.0/20 → pcx-0 (blackhole)',
    },
    'fails for a prefix list that holds a part': {
      facts: ofLedger(
        'prefixLists',
        () => [{ id: 'pl-1', cidrs: ['192.0.2.0/24', '10.2.8.0/22'] }],
        plus('rtb-ledger-0', gateway('pl-1')),
      ),
      verdict: 'fail',
      says: 'rtb-ledger-0 10.2.8.0/22 of pl-1 → tgw-1',
    },
    'is unknown for a prefix list that was not read': {
      facts: denied('prefixLists', plus('rtb-ledger-0', gateway('pl-1'))),
      verdict: 'unknown',
      says: 'pl-1 was not read',
    },
    'is skipped without an active peering': {
      facts: withoutPeering(),
      verdict: 'skipped',
      says: 'no active peering joins the two VPCs',
    },
    'is skipped for IPv6 clusters': {
      facts: ipv6Clusters(),
      verdict: 'skipped',
      says: 'IPv6 clusters are not judged',
    },
    'is skipped where both clusters stand in one VPC': {
      facts: oneVpc(),
      verdict: 'skipped',
      says: 'both clusters stand in vpc-ledger',
    },
    'is unknown where the route tables were not read': {
      facts: denied('routeTables'),
      verdict: 'unknown',
      says: 'Ledger: routeTables was denied',
    },
  });
});
