import type {
  LiveFactName,
  LiveFacts,
  LiveLoadBalancer,
} from '../../facts/live';
import {
  changed,
  healthyFacts,
  unread,
} from '../../facts/live/fixture/healthy.fixture';
import {
  withBalancer,
  withServiceSpec,
} from '../../facts/live/security/changes.fixture';
import { withCloudProvider } from '../../facts/live/security/cloudProvider.fixture';
import { judgeLive } from '../judge';
import { internalLoadBalancer } from './internalLoadBalancer';

const healthy = healthyFacts();
const ledger = 'ledger' as const;

function judge(facts: LiveFacts) {
  const [result] = judgeLive([internalLoadBalancer], facts);
  const details = result?.subjects.map(({ detail }) => detail);
  return {
    verdict: result?.verdict,
    text: [result?.reason, ...(details ?? [])].join('\n'),
  };
}

/** A second load balancer stands beside that of the Service. */
function beside(facts: LiveFacts, rest: Partial<LiveLoadBalancer>): LiveFacts {
  return changed(facts, { side: ledger, fact: 'loadBalancers' }, balancers => [
    ...balancers,
    ...balancers.map(balancer => ({
      ...balancer,
      name: 'k8s-old',
      dnsName: 'old',
      ...rest,
    })),
  ]);
}

const facing = { scheme: 'internet-facing' };
const gone = {
  'elbv2.k8s.aws/cluster': 'pay-ledger',
  'service.k8s.aws/stack': 'scalardl-ledger/former-envoy',
};

describe('internal-load-balancer, live', () => {
  it.each<[string, LiveFacts, string, string]>([
    [
      'it is internal',
      healthy,
      'pass',
      'load balancer k8s-ledger: network, internal',
    ],
    [
      'it faces the internet, whatever the annotations of the Service say',
      withBalancer(healthy, ledger, () => facing),
      'fail',
      'load balancer k8s-ledger: network, internet-facing',
    ],
    [
      'it is an application load balancer',
      withBalancer(healthy, ledger, () => ({ type: 'application' })),
      'fail',
      'load balancer k8s-ledger: application, internal',
    ],
    [
      'the status names a classic one, or one that is gone',
      changed(healthy, { side: ledger, fact: 'loadBalancers' }, () => []),
      'fail',
      'names k8s-ledger-0123.elb.ap-northeast-1.amazonaws.com, which is no network load balancer of the VPC',
    ],
    [
      'the name in the status is written in other letters',
      withBalancer(healthy, ledger, ({ dnsName }) => ({
        dnsName: dnsName.toUpperCase(),
      })),
      'pass',
      'internal',
    ],
    [
      'the Service has none yet',
      changed(healthy, { side: ledger, fact: 'services' }, services =>
        services.map(service => ({ ...service, status: {} })),
      ),
      'skipped',
      'Service scalardl-ledger/scalardl-ledger-envoy has no load balancer yet',
    ],
    [
      'the Service asks for none',
      withServiceSpec(healthy, ledger, { type: 'ClusterIP' }),
      'skipped',
      'there is no load balancer in front of the product',
    ],
    [
      'a second Service with a load balancer leads to the product itself',
      changed(
        beside(healthy, facing),
        { side: ledger, fact: 'services' },
        services => [
          ...services,
          ...services.map(service => ({
            ...service,
            metadata: { ...service.metadata, name: 'extra' },
            spec: {
              type: 'LoadBalancer',
              selector: { 'app.kubernetes.io/app': 'ledger' },
              ports: [{ port: 443, targetPort: 50051 }],
            },
            status: { loadBalancer: { ingress: [{ hostname: 'old' }] } },
          })),
        ],
      ),
      'fail',
      'load balancer k8s-old: network, internet-facing',
    ],
    [
      'a load balancer of something else faces the internet',
      beside(healthy, {
        ...facing,
        tags: { ...gone, 'service.k8s.aws/stack': 'monitoring/grafana' },
      }),
      'pass',
      'k8s-ledger',
    ],
    [
      'one is left over from a Service that is gone, and faces the internet',
      beside(healthy, { ...facing, tags: gone }),
      'fail',
      'k8s-old is internet-facing, and Service scalardl-ledger/former-envoy for which it was made is gone',
    ],
    [
      'one of the cloud provider is left over',
      beside(healthy, {
        ...facing,
        tags: {
          'kubernetes.io/cluster/pay-ledger': 'owned',
          'kubernetes.io/service-name': 'scalardl-ledger/former-envoy',
        },
      }),
      'fail',
      'k8s-old is internet-facing',
    ],
    [
      'one is left over and internal',
      beside(healthy, { tags: gone }),
      'pass',
      'k8s-ledger',
    ],
    [
      'one in the same VPC belongs to another cluster',
      beside(healthy, {
        ...facing,
        tags: { ...gone, 'elbv2.k8s.aws/cluster': 'other' },
      }),
      'pass',
      'k8s-ledger',
    ],
    [
      'it is one of the cloud provider',
      withCloudProvider(healthy, { side: ledger, clients: [] }),
      'pass',
      'internal',
    ],
  ])('where %s', (_, facts, verdict, text) => {
    expect(judge(facts).text).toContain(text);
    expect(judge(facts).verdict).toBe(verdict);
  });

  it.each<LiveFactName>(['services', 'productDeployments', 'loadBalancers'])(
    'is unknown where %s was not read',
    fact => {
      const { verdict, text } = judge(unread(healthy, { side: ledger, fact }));
      expect(verdict).toBe('unknown');
      expect(text).toContain(`${fact} was denied`);
    },
  );

  it('fails by the tags of a load balancer where the Services were not read', () => {
    const facts = withBalancer(healthy, ledger, () => facing);
    expect(
      judge(unread(facts, { side: ledger, fact: 'services' })).verdict,
    ).toBe('fail');
  });
});
