import { healthyFacts } from '../../facts/live/fixture/healthy.fixture';
import { itJudges } from '../__testUtils__/itJudges';
import {
  denied,
  ofLedger,
  route,
  withRoutes,
} from '../__testUtils__/liveCases';
import { natGatewayPerZone } from './natGatewayPerZone';

/** All subnets go out through the first gateway. */
const single = ofLedger('routeTables', tables =>
  tables.map(table => ({
    ...table,
    routes: table.routes.map(each =>
      each.target.kind === 'nat'
        ? route('0.0.0.0/0', 'nat', { id: 'nat-ledger-0' })
        : each,
    ),
  })),
);

describe('nat-gateway-per-zone, live', () => {
  itJudges(natGatewayPerZone, {
    'passes where each subnet uses the gateway of its zone': {
      facts: healthyFacts(),
      verdict: 'pass',
      says: 'nat-ledger-2 stands in ap-northeast-1d too',
    },
    'fails where a gateway in another zone is used, though every zone has one':
      {
        facts: single,
        verdict: 'fail',
        says: 'subnet-ledger-private-1 in ap-northeast-1c goes out through nat-ledger-0 in ap-northeast-1a',
      },
    'passes for a regional gateway': {
      facts: ofLedger(
        'natGateways',
        gateways =>
          gateways.map(gateway => ({
            ...gateway,
            subnetId: '',
            availabilityMode: 'regional',
          })),
        single,
      ),
      verdict: 'pass',
      says: 'nat-ledger-0 stands in every zone',
    },
    'is skipped where no NAT gateway is used': {
      facts: ofLedger('routeTables', tables =>
        tables.map(table => ({
          ...table,
          routes: table.routes.filter(({ target }) => target.kind !== 'nat'),
        })),
      ),
      verdict: 'skipped',
      says: 'no subnet of the nodes uses a NAT gateway',
    },
    'is unknown for a gateway whose zone was not read': {
      facts: ofLedger(
        'routeTables',
        withRoutes('rtb-ledger-0', routes =>
          routes.map(each =>
            each.target.kind === 'nat'
              ? route('0.0.0.0/0', 'nat', { id: 'nat-gone' })
              : each,
          ),
        ),
      ),
      verdict: 'unknown',
      says: 'the zone of nat-gone was not read',
    },
    'is unknown where it is not known where nodes stand': {
      facts: denied('nodes'),
      verdict: 'unknown',
      says: 'nodes was denied',
    },
    'is skipped for an IPv6 cluster': {
      facts: ofLedger('cluster', cluster => ({
        ...cluster,
        ipFamily: 'ipv6' as const,
      })),
      verdict: 'skipped',
      says: 'IPv6 clusters are not judged',
    },
    'is unknown where the gateways were not read': {
      facts: denied('natGateways'),
      verdict: 'unknown',
      says: 'natGateways was denied',
    },
  });
});
