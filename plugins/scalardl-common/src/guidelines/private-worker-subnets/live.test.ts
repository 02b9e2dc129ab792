import { healthyFacts } from '../../facts/live/fixture/healthy.fixture';
import type { LiveFacts } from '../../facts/live';
import { itJudges } from '../__testUtils__/itJudges';
import {
  denied,
  ofLedger,
  route,
  withRoutes,
} from '../__testUtils__/liveCases';
import { privateWorkerSubnets } from './privateWorkerSubnets';

const machine = (
  change: Partial<{ subnetId: string; publicAddress: string; state: string }>,
  facts?: LiveFacts,
) =>
  ofLedger(
    'instances',
    instances =>
      instances.map((instance, index) =>
        index === 0 ? { ...instance, ...change } : instance,
      ),
    facts,
  );

const inPublic = machine({ subnetId: 'subnet-ledger-public-0' });

describe('private-worker-subnets, live', () => {
  itJudges(privateWorkerSubnets, {
    'passes for machines in private subnets': {
      facts: healthyFacts(),
      verdict: 'pass',
      says: 'rtb-ledger-0 leads to no internet gateway (nodes, node group ledger-v1)',
    },
    'fails for a machine in a public subnet': {
      facts: inPublic,
      verdict: 'fail',
      says: 'subnet-ledger-public-0 is public: rtb-ledger-public 0.0.0.0/0 → igw-ledger',
    },
    'fails for a machine that only its node tells of, in no node group': {
      facts: ofLedger(
        'nodeGroups',
        () => [],
        machine({ subnetId: 'subnet-ledger-public-2' }),
      ),
      verdict: 'fail',
      says: 'subnet-ledger-public-2 is public',
    },
    'fails where the main table is public and the subnet has no other': {
      facts: ofLedger('routeTables', tables =>
        tables
          .filter(({ id }) => id !== 'rtb-ledger-0')
          .map(table =>
            table.main
              ? {
                  ...table,
                  routes: [
                    route('0.0.0.0/0', 'internet', { id: 'igw-ledger' }),
                  ],
                }
              : table,
          ),
      ),
      verdict: 'fail',
      says: 'subnet-ledger-private-0 is public: rtb-ledger-main, the main table',
    },
    'fails for a way in by IPv6 only': {
      facts: ofLedger(
        'routeTables',
        withRoutes('rtb-ledger-1', routes => [
          ...routes,
          route('::/0', 'internet', { id: 'igw-ledger' }),
        ]),
      ),
      verdict: 'fail',
      says: 'rtb-ledger-1 ::/0 → igw-ledger',
    },
    'passes for a way out by IPv6 that lets nobody in': {
      facts: ofLedger(
        'routeTables',
        withRoutes('rtb-ledger-1', routes => [
          ...routes,
          route('::/0', 'egressOnlyInternet'),
        ]),
      ),
      verdict: 'pass',
      says: 'rtb-ledger-1 leads to no internet gateway',
    },
    'passes where the internet gateway was detached': {
      facts: ofLedger(
        'routeTables',
        withRoutes('rtb-ledger-1', routes => [
          ...routes,
          route('203.0.113.0/24', 'internet', { state: 'blackhole' }),
        ]),
      ),
      verdict: 'pass',
      says: 'rtb-ledger-1 leads to no internet gateway',
    },
    'fails for a public address in a private subnet': {
      facts: machine({ publicAddress: '203.0.113.9' }),
      verdict: 'fail',
      says: 'i-ledger-0 has the public address 203.0.113.9',
    },
    'fails for a public address on a second interface': {
      facts: ofLedger('networkInterfaces', interfaces =>
        interfaces.map(each =>
          each.id === 'eni-ledger-node-1'
            ? { ...each, publicAddress: '203.0.113.10' }
            : each,
        ),
      ),
      verdict: 'fail',
      says: 'i-ledger-1 has the public address 203.0.113.10',
    },
    'fails for a group that would start machines in a public subnet': {
      facts: ofLedger('nodeGroups', groups =>
        groups.map(group => ({
          ...group,
          subnetIds: [...group.subnetIds, 'subnet-ledger-public-1'],
        })),
      ),
      verdict: 'fail',
      says: 'igw-ledger (node group ledger-v1)',
    },
    'passes for a group that never starts any there': {
      facts: ofLedger('nodeGroups', groups =>
        groups.map(group => ({
          ...group,
          subnetIds: ['subnet-ledger-public-1'],
          scaling: { min: 0, desired: 0, max: 0 },
        })),
      ),
      verdict: 'pass',
      says: 'leads to no internet gateway (nodes)',
    },
    'passes for a machine that is gone': {
      facts: ofLedger('instances', instances =>
        instances.concat(
          instances.slice(0, 1).map(instance => ({
            ...instance,
            id: 'i-gone',
            state: 'terminated',
            subnetId: 'subnet-ledger-public-0',
          })),
        ),
      ),
      verdict: 'pass',
      says: 'leads to no internet gateway',
    },
    'fails without the nodes': {
      facts: denied('nodes', inPublic),
      verdict: 'fail',
      says: 'subnet-ledger-public-0 is public',
    },
    'is unknown without the nodes': {
      facts: denied('nodes'),
      verdict: 'unknown',
      says: 'nodes was denied',
    },
    'is unknown without the interfaces': {
      facts: denied('networkInterfaces'),
      verdict: 'unknown',
      says: 'networkInterfaces was denied',
    },
    'is unknown for a node whose machine was not found': {
      facts: ofLedger('instances', instances => instances.slice(1)),
      verdict: 'unknown',
      says: 'the machine of node-ledger-0 was not found',
    },
    'asks no machine of a Fargate or hybrid node': {
      facts: ofLedger('nodes', nodes => [
        ...nodes,
        ...nodes.slice(0, 2).map((node, index) => ({
          ...node,
          name: ['fargate-ip-10-1-0-1.internal', 'mi-0123'][index] ?? '',
          instanceId: undefined,
          labels: {
            'eks.amazonaws.com/compute-type':
              ['fargate', 'hybrid'][index] ?? '',
          },
        })),
      ]),
      verdict: 'pass',
      says: 'leads to no internet gateway',
    },
    'is skipped where nothing stands or starts': {
      facts: ofLedger(
        'nodes',
        () => [],
        ofLedger(
          'instances',
          () => [],
          ofLedger('nodeGroups', () => []),
        ),
      ),
      verdict: 'skipped',
      says: 'no nodes and no node groups',
    },
    'is unknown where the route tables were not read': {
      facts: denied('routeTables'),
      verdict: 'unknown',
      says: 'routeTables was denied',
    },
  });
});
