import type { LiveFacts } from '../../facts/live';
import { unread } from '../../facts/live/fixture/healthy.fixture';
import {
  rule,
  withBalancer,
  withGroup,
  withServiceSpec,
  withTargetGroups,
} from '../../facts/live/security/changes.fixture';
import { withCloudProvider } from '../../facts/live/security/cloudProvider.fixture';
import {
  healthy,
  judge,
  ledger,
  nodes,
} from '../__testUtils__/administrativePorts';

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

describe('administrative-ports-closed, live, through load balancers and node ports', () => {
  it.each<[string, LiveFacts, string, string]>([
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
      'node ports of a load balancer of the cloud provider lead to product ports only',
      withCloudProvider(healthy, { side: ledger, clients: ['0.0.0.0/0'] }),
      'pass',
      'sg-ledger-cluster',
    ],
  ])('where %s', (_, facts, verdict, text) => {
    expect(judge(facts).text).toContain(text);
    expect(judge(facts).verdict).toBe(verdict);
  });

  it('needs load balancers only where one offers such a port', () => {
    const fact = 'loadBalancers';
    expect(judge(unread(healthy, { side: ledger, fact })).verdict).toBe('pass');
    expect(judge(unread(admin, { side: ledger, fact })).verdict).toBe(
      'unknown',
    );
  });
});
