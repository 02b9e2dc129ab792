import type {
  LiveFacts,
  LiveGroupRule,
  LivePrefixList,
  LiveQuotas,
} from '../../facts/live';
import { healthyFacts } from '../../facts/live/fixture/healthy.fixture';
import { itJudges } from '../__testUtils__/itJudges';
import {
  denied,
  ofLedger,
  route,
  withRoutes,
} from '../__testUtils__/liveCases';
import { networkQuotasLeaveRoom } from './networkQuotasLeaveRoom';

const quotas = (change: Partial<LiveQuotas>, facts?: LiveFacts) =>
  ofLedger('quotas', values => ({ ...values, ...change }), facts);

const rules = (change: Partial<LiveGroupRule>) =>
  ofLedger('securityGroups', groups =>
    groups.map(group =>
      group.id === 'sg-ledger-balancer'
        ? {
            ...group,
            ingress: group.ingress.map(rule => ({ ...rule, ...change })),
          }
        : group,
    ),
  );

const listed = (rest: Partial<LivePrefixList>) =>
  ofLedger(
    'prefixLists',
    () => [{ id: 'pl-1', cidrs: ['10.9.0.0/24', '10.9.1.0/24'], ...rest }],
    ofLedger(
      'routeTables',
      withRoutes('rtb-ledger-0', routes => [
        ...routes,
        route('pl-1', 'peering'),
      ]),
    ),
  );

describe('network-quotas-leave-room', () => {
  itJudges(networkQuotasLeaveRoom, {
    'passes far below the quotas': {
      facts: healthyFacts(),
      verdict: 'pass',
      says: 'rtb-ledger-0 has 3 of 500 IPv4 routes',
    },
    'fails where the last peering is used': {
      facts: quotas({ peeringsPerVpc: 1 }),
      verdict: 'fail',
      says: 'vpc-ledger has 1 of 1 peerings',
    },
    'does not count ended peerings': {
      facts: quotas(
        { peeringsPerVpc: 2 },
        ofLedger('peerings', peerings => [
          ...peerings,
          ...peerings.map(peering => ({
            ...peering,
            id: 'pcx-0',
            status: 'deleted',
          })),
        ]),
      ),
      verdict: 'pass',
      says: 'vpc-ledger has 1 of 2 peerings',
    },
    'fails where a table in use is full': {
      facts: quotas({ routesPerTable: 3 }),
      verdict: 'fail',
      says: 'rtb-ledger-0 has 3 of 3 IPv4 routes',
    },
    'does not count routes of IPv6 and those that are propagated': {
      facts: quotas(
        { routesPerTable: 4 },
        ofLedger(
          'routeTables',
          withRoutes('rtb-ledger-0', routes => [
            ...routes,
            route('::/0', 'egressOnlyInternet'),
            {
              ...route('10.8.0.0/16', 'virtualPrivateGateway'),
              propagated: true,
            },
          ]),
        ),
      ),
      verdict: 'pass',
      says: 'rtb-ledger-0 has 3 of 4 IPv4 routes',
    },
    'counts a prefix list as all the entries that it may have': {
      facts: quotas(
        { routesPerTable: 20 },
        listed({ ownerId: '111111111111', maxEntries: 20 }),
      ),
      verdict: 'fail',
      says: 'rtb-ledger-0 has 23 of 20 IPv4 routes',
    },
    'counts the entries of a prefix list of AWS, which tells no limit': {
      facts: quotas({ routesPerTable: 6 }, listed({ ownerId: 'AWS' })),
      verdict: 'pass',
      says: 'rtb-ledger-0 has 5 of 6 IPv4 routes',
    },
    'is unknown where only the entries of a prefix list were read': {
      facts: quotas({ routesPerTable: 6 }, listed({})),
      verdict: 'unknown',
      says: 'has 5 of 6 IPv4 routes, without the entries that pl-1 may still get, which were not read',
    },
    'fails by the entries alone where they are too many': {
      facts: quotas({ routesPerTable: 5 }, listed({})),
      verdict: 'fail',
      says: 'has 5 of 5 IPv4 routes',
    },
    'is unknown for a prefix list that was not read': {
      facts: denied('prefixLists', listed({ maxEntries: 2 })),
      verdict: 'unknown',
      says: 'without the entries of pl-1, which was not read',
    },
    'fails for a group that is full by the ranges of its rules': {
      facts: quotas({ rulesPerSecurityGroup: 4 }),
      verdict: 'fail',
      says: 'sg-ledger-balancer ingress has 4 of 4 IPv4 rules',
    },
    'does not count ranges of IPv6 with those of IPv4': {
      facts: quotas(
        { rulesPerSecurityGroup: 5 },
        rules({ ipv6Cidrs: ['2001:db8::/32', '2001:db9::/32'] }),
      ),
      verdict: 'pass',
      says: 'sg-ledger-balancer ingress has 4 of 5 IPv4 rules',
    },
    'does not judge a group that nothing of the cluster holds': {
      facts: quotas(
        { rulesPerSecurityGroup: 50 },
        ofLedger('securityGroups', groups => [
          ...groups,
          ...groups.slice(2).map(group => ({
            ...group,
            id: 'sg-foreign',
            ingress: Array.from({ length: 60 }, () => group.ingress).flat(),
          })),
        ]),
      ),
      verdict: 'pass',
      says: 'sg-ledger-balancer ingress has 4 of 50 IPv4 rules',
    },
    'is unknown for a VPC of another account, whose quotas apply': {
      facts: ofLedger('vpc', vpc => ({ ...vpc, ownerId: '999999999999' })),
      verdict: 'unknown',
      says: 'vpc-ledger belongs to account 999999999999',
    },
    'fails for peerings though the routes were not read': {
      facts: denied('routeTables', quotas({ peeringsPerVpc: 1 })),
      verdict: 'fail',
      says: 'vpc-ledger has 1 of 1 peerings',
    },
    'is unknown where the routes were not read': {
      facts: denied('routeTables'),
      verdict: 'unknown',
      says: 'routeTables was denied',
    },
    'is unknown where the quotas were not read': {
      facts: denied('quotas'),
      verdict: 'unknown',
      says: 'quotas was denied',
    },
  });
});
