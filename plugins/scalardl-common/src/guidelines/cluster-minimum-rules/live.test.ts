import type { LiveFactName, LiveFacts } from '../../facts/live';
import {
  changed,
  healthyFacts,
  unread,
} from '../../facts/live/fixture/healthy.fixture';
import { rule, withGroup } from '../../facts/live/security/changes.fixture';
import { judgeLive } from '../judge';
import { clusterMinimumRules } from './clusterMinimumRules';

const healthy = healthyFacts();
const ledger = 'ledger' as const;
const cluster = { side: ledger, id: 'sg-ledger-cluster' };

function judge(facts: LiveFacts) {
  const [result] = judgeLive([clusterMinimumRules], facts);
  const details = result?.subjects.map(({ id, detail }) => `${id}: ${detail}`);
  return {
    verdict: result?.verdict,
    text: [result?.reason, result?.observed, ...(details ?? [])].join('\n'),
  };
}

const self = [{ groupId: 'sg-ledger-cluster' }];
const MINIMUM = [
  rule({ ports: { from: 443, to: 443 }, groups: self }),
  rule({ ports: { from: 10250, to: 10250 }, groups: self }),
  rule({ ports: { from: 53, to: 53 }, groups: self }),
  rule({ protocol: 'udp', ports: { from: 53, to: 53 }, groups: self }),
];

/** The cluster group without its rule for all traffic from itself, and with these instead. */
function trimmed(ingress: typeof MINIMUM, egress?: typeof MINIMUM): LiveFacts {
  return withGroup(healthy, cluster, group => ({
    ingress,
    egress: egress ?? group.egress,
  }));
}

/** Nodes that hold a group of their own instead, as self-managed ones may. */
function selfManaged(ingress: typeof MINIMUM): LiveFacts {
  const groups = changed(
    healthy,
    { side: ledger, fact: 'securityGroups' },
    list => [
      ...list.map(group =>
        group.id === cluster.id
          ? {
              ...group,
              ingress: [
                ...group.ingress,
                rule({ groups: [{ groupId: 'sg-own' }] }),
              ],
            }
          : group,
      ),
      {
        id: 'sg-own',
        name: 'nodes',
        ingress,
        egress: [rule({ protocol: '-1', cidrs: ['0.0.0.0/0'] })],
        tags: {},
      },
    ],
  );
  return changed(
    groups,
    { side: ledger, fact: 'networkInterfaces' },
    interfaces =>
      interfaces.map(each =>
        each.instanceId ? { ...each, groupIds: ['sg-own'] } : each,
      ),
  );
}

describe('cluster-minimum-rules, live', () => {
  it.each<[string, LiveFacts, string, string]>([
    [
      'the cluster group admits itself',
      healthy,
      'pass',
      'nodes to control plane, TCP 443: sg-ledger-cluster rule all from sg-ledger-cluster admits Ledger nodes',
    ],
    [
      'the self rule is gone',
      trimmed([]),
      'fail',
      'no rule of sg-ledger-cluster admits tcp 443 from Ledger nodes',
    ],
    [
      'only the minimum is left, there and back',
      trimmed(MINIMUM, MINIMUM),
      'pass',
      'rule udp 53',
    ],
    [
      'the kubelet’s port is forgotten',
      trimmed(MINIMUM.filter(({ ports }) => ports?.from !== 10250)),
      'fail',
      'control plane to nodes, TCP 10250: no rule of sg-ledger-cluster admits tcp 10250 from the control plane',
    ],
    [
      'name resolution by UDP is forgotten',
      trimmed(MINIMUM.filter(({ protocol }) => protocol !== 'udp')),
      'fail',
      'no rule of sg-ledger-cluster admits udp 53',
    ],
    [
      'the outbound rules are trimmed below the minimum',
      trimmed(MINIMUM, MINIMUM.slice(0, 1)),
      'fail',
      'admits tcp 10250 to Ledger nodes',
    ],
    [
      'ranges are admitted instead of the group',
      trimmed([rule({ protocol: '-1', cidrs: ['10.1.0.0/20'] })]),
      'pass',
      'sg-ledger-cluster rule all from 10.1.0.0/20',
    ],
    [
      'self-managed nodes have a group that admits the control plane',
      selfManaged([
        rule({ protocol: '-1', groups: [{ groupId: 'sg-own' }] }),
        rule({ ports: { from: 1025, to: 65535 }, groups: self }),
      ]),
      'pass',
      'sg-own rule tcp 1025-65535 from sg-ledger-cluster admits the control plane',
    ],
    [
      'self-managed nodes have a group that does not',
      selfManaged([rule({ protocol: '-1', groups: [{ groupId: 'sg-own' }] })]),
      'fail',
      'no rule of sg-own admits tcp 10250 from the control plane',
    ],
    [
      'the control plane has interfaces of its own',
      changed(
        trimmed(
          [
            ...MINIMUM.slice(0, 1),
            ...MINIMUM.slice(2),
            rule({ cidrs: ['10.1.0.5/32'] }),
          ],
          undefined,
        ),
        { side: ledger, fact: 'networkInterfaces' },
        interfaces => [
          ...interfaces,
          {
            id: 'eni-control',
            subnetId: 'subnet-ledger-private-0',
            groupIds: ['sg-ledger-cluster'],
            privateAddresses: ['10.1.0.5'],
            prefixes: [],
            description: 'Amazon EKS pay-ledger',
            type: 'interface',
          },
        ],
      ),
      'pass',
      'sg-ledger-cluster rule tcp from 10.1.0.5/32 admits the control plane',
    ],
    [
      'there is no node',
      ['nodes', 'instances', 'productPods'].reduce(
        (before, fact) =>
          changed(before, { side: ledger, fact: fact as 'nodes' }, () => []),
        healthy,
      ),
      'skipped',
      'no node is there',
    ],
    [
      'pods have IPv6 addresses',
      changed(healthy, { side: ledger, fact: 'cluster' }, value => ({
        ...value,
        ipFamily: 'ipv6' as const,
      })),
      'skipped',
      'IPv6 clusters are not judged',
    ],
  ])('where %s', (_, facts, verdict, text) => {
    expect(judge(facts).text).toContain(text);
    expect(judge(facts).verdict).toBe(verdict);
  });

  it('asks nothing of interfaces that only pods use, but name resolution', () => {
    const groups = changed(
      healthy,
      { side: ledger, fact: 'securityGroups' },
      list => [
        ...list.map(group =>
          group.id === cluster.id
            ? {
                ...group,
                ingress: [
                  ...group.ingress,
                  ...[...MINIMUM.slice(2)].map(each => ({
                    ...each,
                    groups: [{ groupId: 'sg-pods' }],
                  })),
                ],
              }
            : group,
        ),
        {
          id: 'sg-pods',
          name: 'pods',
          ingress: MINIMUM.slice(2),
          egress: [rule({ protocol: '-1', cidrs: ['0.0.0.0/0'] })],
          tags: {},
        },
      ],
    );
    const podInterfaces = changed(
      groups,
      { side: ledger, fact: 'networkInterfaces' },
      list => [
        ...list,
        ...list.slice(0, 1).map(first => ({
          ...first,
          id: 'eni-pods',
          subnetId: 'subnet-ledger-public-0',
          groupIds: ['sg-pods'],
        })),
      ],
    );
    // The pods' group does not admit itself, so pods of one node do not resolve names on another.
    expect(judge(podInterfaces).text).toContain(
      'no rule of sg-pods admits tcp 53 from Ledger pods in subnet-ledger-public-0',
    );
    expect(judge(podInterfaces).text).not.toContain(
      'no rule of sg-pods admits tcp 10250',
    );
  });

  it.each<LiveFactName>([
    'cluster',
    'securityGroups',
    'networkInterfaces',
    'subnets',
    'instances',
    'nodes',
    'productPods',
  ])('is unknown where %s was not read', fact => {
    const { verdict, text } = judge(unread(healthy, { side: ledger, fact }));
    expect(verdict).toBe('unknown');
    expect(text).toContain(`${fact} was denied`);
  });

  it('fails on machines with the tags of the cluster where nodes were not read', () => {
    expect(
      judge(unread(trimmed([]), { side: ledger, fact: 'nodes' })).verdict,
    ).toBe('fail');
  });
});
