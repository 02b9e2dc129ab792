import { onFargate } from '../fargate.fixture';
import {
  type Change,
  type Trial,
  expected,
  onDeployment,
  onLedger,
  onPodSpec,
  onPods,
  selfManaged,
  tryOut,
  unreadOnLedger,
} from '../liveTrial.fixture';
import { rolloutCapacity } from './rolloutCapacity';

const strategy = (maxSurge: unknown, maxUnavailable: unknown) =>
  onDeployment('ledger', ({ spec }) => {
    Object.assign(spec ?? {}, {
      strategy: {
        type: 'RollingUpdate',
        rollingUpdate: { maxSurge, maxUnavailable },
      },
    });
  });

const autoscaler = (maxReplicas: number) =>
  onLedger('podAutoscalers', () => [
    {
      apiVersion: 'autoscaling/v2',
      kind: 'HorizontalPodAutoscaler',
      metadata: { name: 'ledger', namespace: 'scalardl-ledger' },
      spec: {
        minReplicas: 3,
        maxReplicas,
        scaleTargetRef: { kind: 'Deployment', name: 'scalardl-ledger-ledger' },
      },
    },
  ]);

const tool = (image: string): Change =>
  onLedger('toolDeployments', () => [
    {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: 'adds-nodes', namespace: 'kube-system' },
      spec: {
        replicas: 1,
        template: { spec: { containers: [{ name: 'main', image }] } },
      },
      status: { readyReplicas: 1 },
    },
  ]);

const clusterAutoscaler = tool(
  'registry.k8s.io/autoscaling/cluster-autoscaler:v1.35.0',
);

const karpenter = [
  tool('public.ecr.aws/karpenter/controller:1.8.0'),
  onLedger('nodePools', () => [
    {
      apiVersion: 'karpenter.sh/v1',
      kind: 'NodePool',
      metadata: { name: 'general' },
    },
  ]),
];

const twoPodsANode = onLedger('nodes', nodes =>
  nodes.map(node => ({
    ...node,
    allocatable: { cpu: '7910m', memory: '30Gi', pods: '58' },
  })),
);

const daemon = (cpu: string) =>
  onLedger('daemonSets', () => [
    {
      apiVersion: 'apps/v1',
      kind: 'DaemonSet',
      metadata: { name: 'agent', namespace: 'kube-system' },
      spec: {
        template: {
          spec: {
            containers: [{ name: 'agent', resources: { requests: { cpu } } }],
          },
        },
      },
    },
  ]);

const untagged = onLedger('autoScalingGroups', groups =>
  groups.map(group => ({ ...group, tags: {} })),
);

const trials: Trial[] = [
  {
    trap: 'as many nodes as pods, of which one may be missing',
    verdict: 'pass',
    says: '3 Ledger pods; 3 nodes hold 3',
  },
  {
    trap: 'a quarter of three: one more pod, none missing',
    changes: [strategy('25%', '25%')],
    verdict: 'fail',
    says: '3 Ledger pods and one more during a roll-out; 3 nodes hold 3',
  },
  {
    trap: 'the same with room for it',
    changes: [strategy('25%', '25%'), twoPodsANode],
    verdict: 'pass',
    says: '3 nodes hold 9',
  },
  {
    trap: 'required anti-affinity: one pod a node, however large it is',
    changes: [
      strategy('25%', '25%'),
      twoPodsANode,
      onPodSpec('ledger', {
        affinity: {
          podAntiAffinity: {
            requiredDuringSchedulingIgnoredDuringExecution: [
              {
                topologyKey: 'kubernetes.io/hostname',
                labelSelector: {
                  matchLabels: { 'app.kubernetes.io/app': 'ledger' },
                },
              },
            ],
          },
        },
      }),
    ],
    verdict: 'fail',
    says: '3 nodes hold 3',
  },
  {
    trap: 'Envoy pods that stand together on one node',
    changes: [
      onPods('envoy', pod => ({
        node: 'node-ledger-0',
        containers: pod.containers.map(container => ({
          ...container,
          requests: { cpu: '1', memory: '2Gi' },
        })),
      })),
    ],
    verdict: 'fail',
    says: '3 Ledger pods; 3 nodes hold 2',
  },
  {
    trap: 'a DaemonSet that asks for more than the usual system pods',
    changes: [daemon('1500m')],
    verdict: 'fail',
    says: '3 nodes hold 0',
  },
  {
    trap: 'a node that is cordoned',
    changes: [
      onLedger('nodes', nodes =>
        nodes.map((node, index) => ({ ...node, unschedulable: index === 0 })),
      ),
    ],
    verdict: 'fail',
    says: '2 nodes hold 2',
  },
  {
    trap: 'a pod that waits for a node now',
    changes: [
      onPods('ledger', (_, index) =>
        index === 0 ? { node: undefined, phase: 'Pending', ready: false } : {},
      ),
    ],
    verdict: 'fail',
    says: '1 Ledger pods wait for a node, such as scalardl-ledger-ledger-0',
  },
  {
    trap: 'an autoscaler that asks for more pods than the nodes hold',
    changes: [autoscaler(5)],
    verdict: 'fail',
    says: '5 Ledger pods; 3 nodes hold 3',
  },
  {
    trap: 'the same with Cluster Autoscaler, which adds nodes',
    changes: [autoscaler(5), clusterAutoscaler],
    verdict: 'pass',
    says: '6 once Cluster Autoscaler has added nodes',
  },
  {
    trap: 'more pods than the largest node group holds',
    changes: [autoscaler(7), clusterAutoscaler],
    verdict: 'fail',
    says: '7 Ledger pods; 3 nodes hold 3',
  },
  {
    trap: 'Karpenter, whose limits are not judged',
    changes: [autoscaler(7), ...karpenter],
    verdict: 'unknown',
    says: 'Karpenter by Deployment kube-system/adds-nodes starts nodes',
  },
  {
    trap: 'too little room, and nobody knows whether something adds nodes',
    changes: [strategy('25%', '25%'), unreadOnLedger('toolDeployments')],
    verdict: 'unknown',
    says: 'toolDeployments was denied',
  },
  {
    trap: 'node groups that were not read, under Cluster Autoscaler',
    changes: [autoscaler(5), clusterAutoscaler, unreadOnLedger('nodeGroups')],
    verdict: 'unknown',
    says: 'nodeGroups was denied',
  },
  {
    trap: 'self-managed nodes, whose machines name their Auto Scaling group',
    changes: [autoscaler(6), clusterAutoscaler, ...selfManaged],
    verdict: 'pass',
    says: '6 once Cluster Autoscaler has added nodes',
  },
  {
    trap: 'more pods than the Auto Scaling group of self-managed nodes holds',
    changes: [autoscaler(7), clusterAutoscaler, ...selfManaged],
    verdict: 'fail',
    says: '7 Ledger pods; 3 nodes hold 3',
  },
  {
    trap: 'self-managed nodes of a group that Cluster Autoscaler does not find',
    changes: [autoscaler(5), clusterAutoscaler, ...selfManaged, untagged],
    verdict: 'fail',
    says: '5 Ledger pods; 3 nodes hold 3',
  },
  {
    trap: 'self-managed nodes of which one is tainted, so that nobody knows what comes next',
    changes: [
      autoscaler(5),
      clusterAutoscaler,
      ...selfManaged,
      onLedger('nodes', nodes =>
        nodes.map((node, index) => ({
          ...node,
          taints: index === 0 ? [{ key: 'tools', effect: 'NoSchedule' }] : [],
        })),
      ),
    ],
    verdict: 'unknown',
    says: 'the nodes of eks-ledger-v1 differ in whether they take the pods',
  },
  {
    trap: 'a group without the tags by which Cluster Autoscaler finds it',
    changes: [autoscaler(5), clusterAutoscaler, untagged],
    verdict: 'fail',
    says: '5 Ledger pods; 3 nodes hold 3',
  },
  {
    trap: 'an Auto Scaling group of our own without a machine, which may start anything',
    changes: [
      autoscaler(5),
      clusterAutoscaler,
      onLedger('nodeGroups', () => []),
    ],
    verdict: 'unknown',
    says: 'what eks-ledger-v1 starts is not known, as it has no machine now',
  },
  {
    trap: 'Auto Scaling groups that were not read, under Cluster Autoscaler',
    changes: [
      autoscaler(5),
      clusterAutoscaler,
      unreadOnLedger('autoScalingGroups'),
    ],
    verdict: 'unknown',
    says: 'autoScalingGroups was denied',
  },
  {
    trap: 'an own Auto Scaling group that nothing grows',
    changes: [autoscaler(5), onLedger('nodeGroups', () => [])],
    verdict: 'fail',
    says: '5 Ledger pods; 3 nodes hold 3',
  },
  {
    trap: 'autoscalers that were not read',
    changes: [unreadOnLedger('podAutoscalers')],
    verdict: 'unknown',
    says: 'podAutoscalers was denied',
  },
  {
    trap: 'no Deployment of the product',
    changes: [onLedger('productDeployments', () => [])],
    verdict: 'skipped',
    says: 'no Deployment of the product',
  },
  {
    trap: 'pods that were not read',
    changes: [unreadOnLedger('productPods')],
    verdict: 'unknown',
    says: 'productPods was denied',
  },
  {
    trap: 'a product on Fargate, which starts a node for each pod',
    changes: [onFargate],
    verdict: 'unknown',
    says: 'AWS Fargate starts nodes as pods need them',
  },
];

describe('rollout-capacity, live', () => {
  it.each(trials)('$trap: $verdict', trial => {
    expect(tryOut(rolloutCapacity, trial)).toEqual(expected(trial));
  });
});
