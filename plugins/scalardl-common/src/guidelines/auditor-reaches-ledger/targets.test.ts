import { changed } from '../../facts/live/fixture/healthy.fixture';
import { address } from '../../facts/live/fixture/place.fixture';
import { LEDGER } from '../../facts/live/fixture/side.fixture';
import type { LiveFacts } from '../../facts/live';
import {
  rule,
  withGroup,
  withTargetGroups,
} from '../../facts/live/security/changes.fixture';
import {
  balancer,
  healthy,
  judge,
  ledger,
  nodes,
  withTargets,
} from '../__testUtils__/ledgerReach';

describe('auditor-reaches-ledger, live, up to the targets', () => {
  it.each<[string, LiveFacts, string, string]>([
    [
      'the nodes do not admit the load balancer',
      withGroup(healthy, nodes, ({ ingress }) => ({
        ingress: ingress.slice(0, 1),
      })),
      'fail',
      'no rule of sg-ledger-cluster admits tcp 50051 from load balancer k8s-ledger 10.1.0.20',
    ],
    [
      'the nodes admit its addresses instead of its group',
      withGroup(healthy, nodes, ({ ingress }) => ({
        ingress: [
          ...ingress.slice(0, 1),
          rule({ ports: { from: 50051, to: 50052 }, cidrs: ['10.1.0.0/20'] }),
        ],
      })),
      'pass',
      'sg-ledger-cluster rule tcp 50051-50052 from 10.1.0.0/20',
    ],
    [
      'the load balancer may not call its targets',
      withGroup(
        withGroup(healthy, balancer, () => ({ egress: [] })),
        { side: ledger, id: 'sg-ledger-backend' },
        () => ({ egress: [] }),
      ),
      'fail',
      'no rule of sg-ledger-balancer, sg-ledger-backend admits tcp 50051 to targets of k8s-ledger',
    ],
    [
      'the self rule of the nodes is gone, so that Envoy does not reach Ledger on another node',
      withGroup(healthy, nodes, ({ ingress }) => ({
        ingress: ingress.slice(1),
      })),
      'fail',
      'no rule of sg-ledger-cluster admits tcp 50051 from Ledger nodes',
    ],
    [
      'client addresses are preserved, which the nodes need not admit beside the load balancer’s group',
      withTargetGroups(healthy, ledger, { preservesClientAddress: true }),
      'pass',
      'sg-ledger-cluster rule tcp 50051-50052 from sg-ledger-backend',
    ],
    [
      'no target is registered',
      changed(healthy, { side: ledger, fact: 'targetHealth' }, groups =>
        groups.map(group => ({ ...group, targets: [] })),
      ),
      'unknown',
      'no target is registered behind k8s-ledger :50051',
    ],
    [
      'a target is on its way out',
      changed(healthy, { side: ledger, fact: 'targetHealth' }, groups =>
        groups.map(group => ({
          ...group,
          targets: [
            ...group.targets,
            { id: '10.1.1.99', port: 1, state: 'draining' },
          ],
        })),
      ),
      'pass',
      'sg-ledger-cluster',
    ],
    [
      'a target has no interface that is seen',
      withTargets(healthy, target => ({ ...target, id: '10.9.9.9' })),
      'unknown',
      'no network interface of target 10.9.9.9 is seen',
    ],
    [
      'pods have an interface of their own, whose group does not admit the load balancer',
      changed(
        healthy,
        { side: ledger, fact: 'networkInterfaces' },
        interfaces => [
          ...interfaces,
          ...interfaces.slice(0, 1).map(first => ({
            ...first,
            id: 'eni-branch',
            instanceId: undefined,
            groupIds: ['sg-ledger-backend'],
            privateAddresses: [address(LEDGER, 0, 40)],
          })),
        ],
      ),
      'fail',
      'no rule of sg-ledger-backend admits tcp 50051 from load balancer k8s-ledger',
    ],
    [
      'all pods of Ledger and Envoy have interfaces of their own, and the groups of the nodes do not matter',
      withGroup(
        changed(
          withGroup(healthy, { side: ledger, id: 'sg-ledger-backend' }, () => ({
            ingress: [
              rule({
                ports: { from: 50051, to: 50052 },
                groups: [{ groupId: 'sg-ledger-backend' }],
              }),
            ],
          })),
          { side: ledger, fact: 'networkInterfaces' },
          interfaces => [
            ...interfaces,
            ...interfaces.slice(0, 3).map((each, index) => ({
              ...each,
              id: `eni-branch-${index}`,
              instanceId: undefined,
              groupIds: ['sg-ledger-backend'],
              privateAddresses: [address(LEDGER, index, 40)],
            })),
          ],
        ),
        nodes,
        () => ({ ingress: [] }),
      ),
      'pass',
      'sg-ledger-backend rule tcp 50051-50052 from sg-ledger-backend admits Ledger pods in subnet-ledger-private-0',
    ],
    [
      'pods have addresses of a prefix that is delegated to the interface of their node',
      changed(
        healthy,
        { side: ledger, fact: 'networkInterfaces' },
        interfaces =>
          interfaces.map((each, index) => ({
            ...each,
            prefixes: each.instanceId ? [`10.1.${index * 2}.32/28`] : [],
          })),
      ),
      'pass',
      'sg-ledger-cluster',
    ],
  ])('where %s', (_, facts, verdict, text) => {
    const result = judge(facts);
    expect(result.text).toContain(text);
    expect(result.verdict).toBe(verdict);
  });
});
