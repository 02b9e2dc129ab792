import { read } from '../../facts/fact';
import type { LiveFactName, LiveFacts } from '../../facts/live';
import {
  changed,
  healthyFacts,
  unread,
} from '../../facts/live/fixture/healthy.fixture';
import {
  rule,
  withBalancer,
  withGroup,
  withServiceSpec,
  withTargetGroups,
} from '../../facts/live/security/changes.fixture';
import { withCloudProvider } from '../../facts/live/security/cloudProvider.fixture';
import { readProperties } from '../../facts/properties';
import { judgeLive } from '../judge';
import { administrativePortsClosed } from './administrativePortsClosed';

const healthy = healthyFacts();
const ledger = 'ledger' as const;
const nodes = { side: ledger, id: 'sg-ledger-cluster' };

function judge(facts: LiveFacts) {
  const [result] = judgeLive([administrativePortsClosed], facts);
  const details = result?.subjects.map(({ id, detail }) => `${id}: ${detail}`);
  return {
    verdict: result?.verdict,
    text: [result?.reason, result?.observed, ...(details ?? [])].join('\n'),
  };
}

function opening(rest: Parameters<typeof rule>[0]) {
  return withGroup(healthy, nodes, ({ ingress }) => ({
    ingress: [...ingress, rule(rest)],
  }));
}

/** The Service has a third port, and the load balancer a listener for it. */
function offering(facts: LiveFacts, port: Record<string, unknown>): LiveFacts {
  const ports = [
    { name: 'envoy', port: 50051, targetPort: 50051 },
    { name: 'envoy-priv', port: 50052, targetPort: 50052 },
    { name: 'extra', ...port },
  ];
  return withBalancer(
    withServiceSpec(facts, ledger, { ports }),
    ledger,
    ({ listeners, targetGroups }) => ({
      listeners: [
        ...listeners,
        {
          port: Number(port.port),
          protocol: 'TCP',
          targetGroupArns: ['arn:extra'],
        },
      ],
      targetGroups: [
        ...targetGroups,
        {
          arn: 'arn:extra',
          port: 9001,
          protocol: 'TCP',
          targetType: 'ip',
          preservesClientAddress: false,
        },
      ],
    }),
  );
}

function admitting(facts: LiveFacts, cidr: string, port: number) {
  return withGroup(
    facts,
    { side: ledger, id: 'sg-ledger-balancer' },
    ({ ingress }) => ({
      ingress: [
        ...ingress,
        rule({ ports: { from: port, to: port }, cidrs: [cidr] }),
      ],
    }),
  );
}

const admin = offering(healthy, { port: 443, targetPort: 9001 });

describe('administrative-ports-closed, live', () => {
  it('passes for the healthy pair: all traffic from the own group is no finding', () => {
    expect(judge(healthy)).toEqual({
      verdict: 'pass',
      text: expect.stringContaining(
        'no rule of sg-ledger-cluster opens 50053, 8080, 9001 to others than the own VPC',
      ),
    });
  });

  it.each<[string, LiveFacts, string, string]>([
    [
      'the nodes are open to the other side',
      opening({ protocol: '-1', cidrs: ['10.2.0.0/20'] }),
      'fail',
      'sg-ledger-cluster rule all from 10.2.0.0/20 opens 50053, 8080, 9001 to 10.2.0.0-10.2.15.255',
    ],
    [
      'one port is open to everybody',
      opening({ ports: { from: 50051, to: 50053 }, cidrs: ['0.0.0.0/0'] }),
      'fail',
      'opens 50053 to 0.0.0.0-10.0.255.255, 10.1.16.0-255.255.255.255',
    ],
    [
      'the ports are open to the own network, as metrics need',
      opening({ ports: { from: 8080, to: 9001 }, cidrs: ['10.1.0.0/20'] }),
      'pass',
      'sg-ledger-cluster opens 50053, 8080, 9001 to others',
    ],
    [
      'a range is somewhat larger than the own network',
      opening({ ports: { from: 9001, to: 9001 }, cidrs: ['10.1.0.0/19'] }),
      'fail',
      'opens 9001 to 10.1.16.0-10.1.31.255',
    ],
    [
      'the product ports alone are open to the other side',
      opening({ ports: { from: 50051, to: 50052 }, cidrs: ['10.2.0.0/20'] }),
      'pass',
      'sg-ledger-cluster',
    ],
    [
      'UDP is open to the other side',
      opening({ protocol: 'udp', cidrs: ['10.2.0.0/20'] }),
      'pass',
      'sg-ledger-cluster',
    ],
    [
      'a group of the other side is admitted across the peering',
      opening({
        groups: [
          {
            groupId: 'sg-auditor-cluster',
            peeringId: 'pcx-1',
            peeringStatus: 'active',
          },
        ],
      }),
      'fail',
      'to sg-auditor-cluster',
    ],
    [
      'the peering of such a group is gone',
      opening({
        groups: [
          {
            groupId: 'sg-auditor-cluster',
            peeringId: 'pcx-0',
            peeringStatus: 'deleted',
          },
        ],
      }),
      'pass',
      'sg-ledger-cluster',
    ],
    [
      'everybody may come by IPv6, which the VPC has not',
      opening({ ipv6Cidrs: ['::/0'] }),
      'pass',
      'sg-ledger-cluster',
    ],
    [
      'everybody may come by IPv6',
      changed(
        opening({ ipv6Cidrs: ['::/0'] }),
        { side: ledger, fact: 'vpc' },
        vpc => ({
          ...vpc,
          ipv6Cidrs: ['2001:db8::/56'],
        }),
      ),
      'fail',
      'opens 50053, 8080, 9001 to ::/0',
    ],
    [
      'a second group of the nodes opens the ports',
      changed(
        withGroup(healthy, { side: ledger, id: 'sg-ledger-backend' }, () => ({
          ingress: [rule({ cidrs: ['10.2.0.0/20'] })],
        })),
        { side: ledger, fact: 'networkInterfaces' },
        interfaces =>
          interfaces.map(each =>
            each.instanceId
              ? { ...each, groupIds: [...each.groupIds, 'sg-ledger-backend'] }
              : each,
          ),
      ),
      'fail',
      'sg-ledger-backend rule tcp from 10.2.0.0/20',
    ],
    [
      'a group that no node holds opens the ports',
      withGroup(healthy, { side: ledger, id: 'sg-ledger-backend' }, () => ({
        ingress: [rule({ cidrs: ['10.2.0.0/20'] })],
      })),
      'pass',
      'sg-ledger-cluster',
    ],
    [
      'the properties move the port that is open',
      changed(
        opening({ ports: { from: 60053, to: 60053 }, cidrs: ['10.2.0.0/20'] }),
        { side: ledger, fact: 'properties' },
        () => {
          const whole = { file: 'ledger.properties', line: 1, column: 1 };
          return readProperties('scalar.dl.ledger.server.admin_port=60053', {
            whole,
            locateLine: () => whole,
          });
        },
      ),
      'fail',
      'opens 60053',
    ],
    [
      'the load balancer offers it to everybody who may call',
      admitting(admin, '10.2.0.0/20', 443),
      'fail',
      'Service scalardl-ledger/scalardl-ledger-envoy offers port 443 for the pods’ 9001: sg-ledger-balancer rule tcp 443 from 10.2.0.0/20 opens 443',
    ],
    [
      'the load balancer offers it to the own network only',
      admitting(admin, '10.1.0.0/20', 443),
      'pass',
      'offers port 443',
    ],
    [
      'a load balancer without a group hides the callers',
      withBalancer(admin, ledger, () => ({ securityGroupIds: [] })),
      'fail',
      'k8s-ledger has no security group and hides its callers from its targets',
    ],
    [
      'nobody knows whether a load balancer without a group hides the callers',
      withTargetGroups(
        withBalancer(admin, ledger, () => ({ securityGroupIds: [] })),
        ledger,
        { preservesClientAddress: undefined },
      ),
      'unknown',
      'k8s-ledger has no security group',
    ],
    [
      'a node port that leads to it is open to the other side',
      withGroup(
        withServiceSpec(healthy, ledger, {
          type: 'NodePort',
          ports: [
            { name: 'metrics', port: 80, targetPort: 9001, nodePort: 30901 },
          ],
        }),
        nodes,
        ({ ingress }) => ({
          ingress: [
            ...ingress,
            rule({ ports: { from: 30000, to: 32767 }, cidrs: ['10.2.0.0/20'] }),
          ],
        }),
      ),
      'fail',
      'sg-ledger-cluster rule tcp 30000-32767 from 10.2.0.0/20 opens 30901',
    ],
    [
      'a prefix list that was not read may open them',
      opening({ prefixListIds: ['pl-1'] }),
      'unknown',
      'prefix list pl-1 was not read',
    ],
    [
      'a prefix list holds the own network',
      {
        ...opening({ prefixListIds: ['pl-1'] }),
        ledger: {
          ...opening({ prefixListIds: ['pl-1'] }).ledger,
          prefixLists: read([{ id: 'pl-1', cidrs: ['10.1.0.0/20'] }], 'ec2'),
        },
      },
      'pass',
      'sg-ledger-cluster',
    ],
    [
      'pods have IPv6 addresses',
      changed(healthy, { side: ledger, fact: 'cluster' }, cluster => ({
        ...cluster,
        ipFamily: 'ipv6' as const,
      })),
      'skipped',
      'IPv6 clusters are not judged',
    ],
    [
      'node ports of a load balancer of the cloud provider lead to product ports only',
      withCloudProvider(healthy, { side: ledger, clients: ['0.0.0.0/0'] }),
      'pass',
      'sg-ledger-cluster',
    ],
  ])('where %s', (_, facts, verdict, text) => {
    expect(judge(facts).text).toContain(text);
    expect(judge(facts).verdict).toBe(verdict);
  });

  it.each<LiveFactName>([
    'cluster',
    'vpc',
    'securityGroups',
    'networkInterfaces',
    'subnets',
    'nodes',
    'productPods',
    'properties',
    'services',
    'productDeployments',
  ])('is unknown where %s was not read', fact => {
    const { verdict, text } = judge(unread(healthy, { side: ledger, fact }));
    expect(verdict).toBe('unknown');
    expect(text).toContain(`${fact} was denied`);
  });

  it.each<LiveFactName>(['nodes', 'services', 'properties'])(
    'fails on what the groups show even where %s was not read',
    fact => {
      const open = opening({ protocol: '-1', cidrs: ['10.2.0.0/20'] });
      expect(judge(unread(open, { side: ledger, fact })).verdict).toBe('fail');
    },
  );

  it('needs load balancers only where one offers such a port', () => {
    const fact = 'loadBalancers';
    expect(judge(unread(healthy, { side: ledger, fact })).verdict).toBe('pass');
    expect(judge(unread(admin, { side: ledger, fact })).verdict).toBe(
      'unknown',
    );
  });
});
