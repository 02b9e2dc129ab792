import { changed } from '../../facts/live/fixture/healthy.fixture';
import type { LiveFacts } from '../../facts/live';
import { rule, withGroup } from '../../facts/live/security/changes.fixture';
import {
  admitting,
  balancer,
  healthy,
  judge,
  ledger,
} from '../__testUtils__/ledgerReach';

describe('auditor-reaches-ledger, live, by the rules that callers meet', () => {
  it('passes for the healthy pair, naming the rules that admit', () => {
    expect(judge(healthy)).toMatchObject({
      verdict: 'pass',
      scope: 'pair',
      observed:
        'sg-ledger-balancer rule tcp 50051 from 10.1.0.0/20, 10.2.0.0/20 admits Auditor nodes in subnet-auditor-private-0',
    });
  });

  it.each<[string, LiveFacts, string, string]>([
    [
      'half of the Auditor’s subnets are admitted',
      withGroup(healthy, balancer, admitting('10.2.0.0/22')),
      'fail',
      'no rule of sg-ledger-balancer, sg-ledger-backend admits tcp 50051 from Auditor nodes in subnet-auditor-private-2 10.2.4.0/23',
    ],
    [
      'several ranges admit them together',
      withGroup(
        healthy,
        balancer,
        admitting('10.2.0.0/23', '10.2.2.0/24', '10.2.3.0/24', '10.2.4.0/23'),
      ),
      'pass',
      'sg-ledger-balancer',
    ],
    [
      'one port is left out',
      withGroup(healthy, balancer, () => ({
        ingress: [
          rule({ ports: { from: 50051, to: 50051 }, cidrs: ['10.2.0.0/20'] }),
        ],
      })),
      'fail',
      'admits tcp 50052',
    ],
    [
      'a rule for all protocols admits them',
      withGroup(healthy, balancer, () => ({
        ingress: [rule({ protocol: '-1', cidrs: ['10.0.0.0/8'] })],
      })),
      'pass',
      'sg-ledger-balancer rule all from 10.0.0.0/8',
    ],
    [
      'another group of the load balancer admits them',
      withGroup(
        withGroup(healthy, balancer, () => ({ ingress: [] })),
        { side: ledger, id: 'sg-ledger-backend' },
        admitting('10.2.0.0/20'),
      ),
      'pass',
      'sg-ledger-backend rule tcp 50051-50052',
    ],
    [
      'only IPv6 is admitted',
      withGroup(healthy, balancer, () => ({
        ingress: [rule({ ipv6Cidrs: ['::/0'] })],
      })),
      'fail',
      'no rule of sg-ledger-balancer',
    ],
    [
      'a group of the Auditor is named across the active peering',
      withGroup(healthy, balancer, () => ({
        ingress: [
          rule({
            groups: [
              {
                groupId: 'sg-auditor-cluster',
                peeringId: 'pcx-1',
                peeringStatus: 'active',
              },
            ],
          }),
        ],
      })),
      'pass',
      'sg-ledger-balancer rule tcp from sg-auditor-cluster',
    ],
    [
      'that reference is stale',
      withGroup(healthy, balancer, () => ({
        ingress: [
          rule({
            groups: [
              {
                groupId: 'sg-auditor-cluster',
                peeringId: 'pcx-0',
                peeringStatus: 'deleted',
              },
            ],
          }),
        ],
      })),
      'fail',
      'no rule of sg-ledger-balancer',
    ],
    [
      'the group named is one that the nodes of the Auditor do not hold',
      withGroup(healthy, balancer, () => ({
        ingress: [
          rule({
            groups: [
              {
                groupId: 'sg-auditor-backend',
                peeringId: 'pcx-1',
                peeringStatus: 'active',
              },
            ],
          }),
        ],
      })),
      'fail',
      'no rule of sg-ledger-balancer',
    ],
    [
      'the Auditor has nodes in a subnet whose range is not admitted (custom networking)',
      changed(
        changed(healthy, { side: 'auditor', fact: 'subnets' }, subnets => [
          ...subnets,
          ...subnets.slice(0, 1).map(first => ({
            ...first,
            id: 'subnet-pods',
            cidr: '100.64.0.0/20',
          })),
        ]),
        { side: 'auditor', fact: 'networkInterfaces' },
        interfaces => [
          ...interfaces,
          ...interfaces.slice(0, 1).map(first => ({
            ...first,
            id: 'eni-pods',
            subnetId: 'subnet-pods',
          })),
        ],
      ),
      'fail',
      'Auditor nodes in subnet-pods 100.64.0.0/20',
    ],
    [
      'a node on which no pod of the product may run is elsewhere',
      changed(
        changed(healthy, { side: 'auditor', fact: 'nodes' }, list => [
          ...list,
          ...list.slice(0, 1).map(first => ({
            ...first,
            name: 'node-other',
            instanceId: 'i-other',
            taints: [{ key: 'monitoring', value: '1', effect: 'NoSchedule' }],
          })),
        ]),
        { side: 'auditor', fact: 'networkInterfaces' },
        interfaces => [
          ...interfaces,
          ...interfaces.slice(0, 1).map(first => ({
            ...first,
            id: 'eni-other',
            instanceId: 'i-other',
            groupIds: ['sg-other'],
          })),
        ],
      ),
      'pass',
      'Auditor nodes in subnet-auditor-private-0',
    ],
  ])('where %s', (_, facts, verdict, text) => {
    const result = judge(facts);
    expect(result.text).toContain(text);
    expect(result.verdict).toBe(verdict);
  });
});
