import type { LiveFacts, LiveRoute } from '../../facts/live';
import { healthyFacts } from '../../facts/live/fixture/healthy.fixture';
import { itJudges } from '../__testUtils__/itJudges';
import {
  denied,
  ofAuditor,
  ofLedger,
  route,
  withRoutes,
} from '../__testUtils__/liveCases';
import {
  ipv6Clusters,
  oneVpc,
  withoutPeering,
} from '../__testUtils__/peeringWorlds';
import { routesToOtherSide } from './routesToOtherSide';

const peering = (destination: string, state?: LiveRoute['state']) =>
  route(destination, 'peering', { id: 'pcx-1', state });

const withoutPeer = (routes: LiveRoute[]) =>
  routes.filter(({ target }) => target.kind !== 'peering');

/** The table of the Ledger's first private subnet, with these routes in place of the one to the peering. */
const instead = (...routes: LiveRoute[]) =>
  ofLedger(
    'routeTables',
    withRoutes('rtb-ledger-0', all => [...withoutPeer(all), ...routes]),
  );

const lists = (cidrs: string[], facts: LiveFacts) =>
  ofLedger('prefixLists', () => [{ id: 'pl-1', cidrs }], facts);

describe('routes-to-other-side', () => {
  itJudges(routesToOtherSide, {
    'passes where every table in use has the route': {
      facts: healthyFacts(),
      verdict: 'pass',
      says: 'Auditor subnet-auditor-private-2 (nodes, node group auditor-v1, load balancer k8s-auditor): rtb-auditor-2 10.1.0.0/20 → pcx-1',
    },
    'passes for parts that hold the whole range together': {
      facts: instead(peering('10.2.0.0/21'), peering('10.2.8.0/21')),
      verdict: 'pass',
      says: 'rtb-ledger-0 10.2.0.0/21 → pcx-1, rtb-ledger-0 10.2.8.0/21 → pcx-1',
    },
    'passes for a route by a prefix list': {
      facts: lists(['10.2.0.0/20'], instead(peering('pl-1'))),
      verdict: 'pass',
      says: 'rtb-ledger-0 10.2.0.0/20 of pl-1 → pcx-1',
    },
    'passes by the main table': {
      facts: ofLedger('routeTables', tables =>
        tables
          .filter(({ id }) => id !== 'rtb-ledger-0')
          .map(table =>
            table.main
              ? { ...table, routes: [...table.routes, peering('10.2.0.0/20')] }
              : table,
          ),
      ),
      verdict: 'pass',
      says: 'rtb-ledger-main 10.2.0.0/20 → pcx-1',
    },
    'fails where one subnet falls back to a main table without the route': {
      facts: ofLedger('routeTables', tables =>
        tables.filter(({ id }) => id !== 'rtb-ledger-0'),
      ),
      verdict: 'fail',
      says: 'rtb-ledger-main has no route to 10.2.0.0/20',
    },
    'fails where one of three tables has no route, and its NAT takes the packets':
      {
        facts: instead(),
        verdict: 'fail',
        says: 'rtb-ledger-0 0.0.0.0/0 → nat-ledger-0',
      },
    'fails for a blackhole': {
      facts: instead(peering('10.2.0.0/20', 'blackhole')),
      verdict: 'fail',
      says: 'rtb-ledger-0 10.2.0.0/20 → pcx-1 (blackhole)',
    },
    'fails for a longer prefix to a transit gateway': {
      facts: instead(
        peering('10.2.0.0/20'),
        route('10.2.4.0/24', 'transitGateway', { id: 'tgw-1' }),
      ),
      verdict: 'fail',
      says: 'rtb-ledger-0 10.2.4.0/24 → tgw-1',
    },
    'fails for a route to another peering': {
      facts: instead(route('10.2.0.0/20', 'peering', { id: 'pcx-0' })),
      verdict: 'fail',
      says: '10.2.0.0/20 → pcx-0',
    },
    'fails for a part of the range only': {
      facts: instead(peering('10.2.0.0/21')),
      verdict: 'fail',
      says: 'rtb-ledger-0 0.0.0.0/0 → nat-ledger-0',
    },
    'fails where a prefix list lacks a part': {
      facts: lists(['10.2.0.0/21'], instead(peering('pl-1'))),
      verdict: 'fail',
      says: 'nat-ledger-0',
    },
    'fails for a secondary range that no route holds': {
      facts: ofAuditor('vpc', vpc => ({
        ...vpc,
        cidrs: [...vpc.cidrs, '100.64.0.0/16'],
      })),
      verdict: 'fail',
      says: 'rtb-ledger-1 0.0.0.0/0 → nat-ledger-1',
    },
    'fails for routes on one side only': {
      facts: ofAuditor('routeTables', tables =>
        tables.map(table => ({ ...table, routes: withoutPeer(table.routes) })),
      ),
      verdict: 'fail',
      says: 'Auditor subnet-auditor-private-0',
    },
    'fails for pods in a subnet of custom networking without the route': {
      facts: ofLedger('eniConfigs', () => [
        {
          apiVersion: 'crd.k8s.amazonaws.com/v1alpha1',
          kind: 'ENIConfig',
          metadata: { name: 'ap-northeast-1a' },
          spec: { subnet: 'subnet-ledger-public-0' },
        },
      ]),
      verdict: 'fail',
      says: 'subnet-ledger-public-0 (ENIConfig ap-northeast-1a): rtb-ledger-public 0.0.0.0/0 → igw-ledger',
    },
    'fails for pods in a subnet that their interfaces show': {
      facts: ofLedger('networkInterfaces', interfaces =>
        interfaces.map(each =>
          each.id === 'eni-ledger-node-0'
            ? { ...each, subnetId: 'subnet-ledger-public-0' }
            : each,
        ),
      ),
      verdict: 'fail',
      says: 'subnet-ledger-public-0 (nodes): rtb-ledger-public',
    },
    'fails for a load balancer in a subnet without the route': {
      facts: ofLedger('loadBalancers', balancers =>
        balancers.map(balancer => ({
          ...balancer,
          subnetIds: ['subnet-ledger-public-1'],
        })),
      ),
      verdict: 'fail',
      says: 'subnet-ledger-public-1 (load balancer k8s-ledger)',
    },
    'passes whatever the subnet of a load balancer that is not the product’s': {
      facts: ofLedger('loadBalancers', balancers => [
        ...balancers,
        ...balancers.map(balancer => ({
          ...balancer,
          name: 'grafana',
          dnsName: 'grafana.elb.amazonaws.com',
          subnetIds: ['subnet-ledger-public-1'],
        })),
      ]),
      verdict: 'pass',
      says: 'pcx-1',
    },
    'fails without an active peering': {
      facts: withoutPeering(),
      verdict: 'fail',
      says: 'no active peering joins vpc-ledger and vpc-auditor',
    },
    'fails with a transit gateway in place of the peering': {
      facts: withoutPeering(
        instead(route('10.2.0.0/20', 'transitGateway', { id: 'tgw-1' })),
      ),
      verdict: 'fail',
      says: 'no active peering',
    },
    'is unknown for a prefix list that was not read and leads elsewhere': {
      facts: denied(
        'prefixLists',
        instead(
          peering('10.2.0.0/20'),
          route('pl-1', 'transitGateway', { id: 'tgw-1' }),
        ),
      ),
      verdict: 'unknown',
      says: 'unless pl-1, which was not read, leads to tgw-1',
    },
    'passes for a prefix list that was not read and leads to the same': {
      facts: denied(
        'prefixLists',
        instead(peering('10.2.0.0/20'), peering('pl-1')),
      ),
      verdict: 'pass',
      says: 'rtb-ledger-0 10.2.0.0/20 → pcx-1',
    },
    'is unknown where it is not known where nodes stand': {
      facts: denied('nodes'),
      verdict: 'unknown',
      says: 'nodes was denied',
    },
    'is unknown where it is not known where load balancers stand': {
      facts: denied('services'),
      verdict: 'unknown',
      says: 'services was denied',
    },
    'fails all the same without Kubernetes': {
      facts: denied('services', denied('nodes', instead())),
      verdict: 'fail',
      says: 'nat-ledger-0',
    },
    'is unknown where the route tables were not read': {
      facts: denied('routeTables'),
      verdict: 'unknown',
      says: 'Ledger: routeTables was denied',
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
  });
});
