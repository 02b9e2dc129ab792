import { present } from '../../../testbed/awsClients.ts';
import { podLabels } from '../../world/manifests/release.ts';
import { until } from '../../world/waiting.ts';
import type { WorldSide } from '../../world/world.ts';
import { addObjects } from '../change.ts';
import type { Mutation } from '../mutation.ts';

const ANNOTATION = 'service.beta.kubernetes.io/aws-load-balancer';

export const mutations: Mutation[] = [
  {
    name: 'a second load balancer leads from the internet to Envoy',
    guideline: 'internal-load-balancer',
    async apply({ ledger }) {
      const back = await addObjects(ledger.kube, {
        apiVersion: 'v1',
        kind: 'Service',
        metadata: {
          name: 'open',
          namespace: ledger.plan.namespace,
          annotations: {
            [`${ANNOTATION}-type`]: 'external',
            [`${ANNOTATION}-nlb-target-type`]: 'ip',
            [`${ANNOTATION}-scheme`]: 'internet-facing',
            'service.beta.kubernetes.io/load-balancer-source-ranges':
              ledger.plan.cidr,
          },
        },
        spec: {
          type: 'LoadBalancer',
          selector: podLabels(ledger.plan, 'envoy'),
          ports: [{ name: 'client', port: 50051, targetPort: 50051 }],
        },
      });
      await balancers(ledger, 2);
      return async () => {
        await back();
        await balancers(ledger, 1);
      };
    },
    expect: {
      'applications-peered/application:shop': 'fail',
      'applications-reach-both-sides/application:shop': 'unknown',
      'auditor-reaches-ledger/pair': 'unknown',
      'egress-reaches-other-side/pair': 'unknown',
      'internal-load-balancer/ledger': 'fail',
      'other-side-connected/pair': 'fail',
      'routes-to-other-side/pair': 'fail',
    },
    observed: 'internet-facing',
  },
  {
    name: 'the Service of a load balancer is gone, and it still faces the internet',
    guideline: 'internal-load-balancer',
    apply: ({ auditor }) =>
      leftOver(auditor, {
        'elbv2.k8s.aws/cluster': auditor.plan.cluster,
        'service.k8s.aws/stack': `${auditor.plan.namespace}/former-envoy`,
      }),
    expect: { 'internal-load-balancer/auditor': 'fail' },
    observed: 'former',
  },
  {
    name: 'a load balancer of another cluster in the VPC faces the internet',
    guideline: 'internal-load-balancer',
    apply: ({ auditor }) =>
      leftOver(auditor, {
        'elbv2.k8s.aws/cluster': 'shops',
        'service.k8s.aws/stack': `${auditor.plan.namespace}/former-envoy`,
      }),
    expect: {},
    because: 'its tags say whose it is, though the namespaces are alike',
  },
];

/** An internet-facing load balancer of which Kubernetes knows nothing. */
async function leftOver(
  { elb, network }: WorldSide,
  tags: Readonly<Record<string, string>>,
) {
  const { LoadBalancers } = await elb.createLoadBalancer({
    Name: 'former',
    Type: 'network',
    Scheme: 'internet-facing',
    Subnets: [...network.publicSubnets],
    Tags: Object.entries(tags).map(([Key, Value]) => ({ Key, Value })),
  });
  const LoadBalancerArn = present(LoadBalancers?.[0]?.LoadBalancerArn);
  return async () => void (await elb.deleteLoadBalancer({ LoadBalancerArn }));
}

/** Waits until there are so many, each with targets. */
async function balancers({ elb }: WorldSide, count: number): Promise<void> {
  await until(
    async () => {
      const { LoadBalancers = [] } = await elb.describeLoadBalancers({});
      const { TargetGroups = [] } = await elb.describeTargetGroups({});
      const health = await Promise.all(
        TargetGroups.map(({ TargetGroupArn }) =>
          elb.describeTargetHealth({ TargetGroupArn }),
        ),
      );
      const filled = health.every(
        ({ TargetHealthDescriptions = [] }) =>
          TargetHealthDescriptions.length === 3,
      );
      return filled ? LoadBalancers.length : 0;
    },
    found => found === count,
  );
}
