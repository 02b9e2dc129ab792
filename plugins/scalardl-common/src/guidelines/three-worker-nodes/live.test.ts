import type { LiveNode } from '../../facts/live';
import {
  CLUSTER_AUTOSCALER,
  KARPENTER,
  nodePool,
  tool,
} from '../autoscaling.fixture';
import { onFargate } from '../fargate.fixture';
import {
  type Trial,
  changeOne,
  expected,
  onLedger,
  onPodSpec,
  selfManaged,
  tryOut,
  unreadOnLedger,
} from '../liveTrial.fixture';
import { threeWorkerNodes } from './threeWorkerNodes';

const oneNode = (change: Partial<LiveNode>) =>
  onLedger('nodes', nodes =>
    changeOne(nodes, node => ({ ...node, ...change })),
  );

const taint = { key: 'dedicated', value: 'shop', effect: 'NoSchedule' };

const fewest = (min: number) =>
  onLedger('autoScalingGroups', groups =>
    changeOne(groups, group => ({ ...group, min })),
  );

const placement = (keys: object) => onPodSpec('ledger', keys);

const trials: Trial[] = [
  { trap: 'three nodes', verdict: 'pass', says: '3 of 3 nodes' },
  {
    trap: 'a node that is not ready',
    changes: [oneNode({ ready: false })],
    verdict: 'fail',
    says: '2 of 3 nodes',
  },
  {
    trap: 'a cordoned node',
    changes: [oneNode({ unschedulable: true })],
    verdict: 'fail',
    says: '2 of 3 nodes',
  },
  {
    trap: 'a node under disk pressure',
    changes: [
      oneNode({
        taints: [
          { key: 'node.kubernetes.io/disk-pressure', effect: 'NoSchedule' },
        ],
      }),
    ],
    verdict: 'fail',
    says: '2 of 3 nodes',
  },
  {
    trap: 'a taint that the product does not tolerate',
    changes: [oneNode({ taints: [taint] })],
    verdict: 'fail',
    says: '2 of 3 nodes',
  },
  {
    trap: 'a taint that the product tolerates',
    changes: [
      oneNode({ taints: [taint] }),
      placement({ tolerations: [{ key: 'dedicated', operator: 'Exists' }] }),
    ],
    verdict: 'pass',
    says: '3 of 3 nodes',
  },
  {
    trap: 'a taint that only prefers other pods',
    changes: [oneNode({ taints: [{ ...taint, effect: 'PreferNoSchedule' }] })],
    verdict: 'pass',
    says: '3 of 3 nodes',
  },
  {
    trap: 'a node selector for other nodes',
    changes: [placement({ nodeSelector: { pool: 'ledger' } })],
    verdict: 'fail',
    says: '0 of 3 nodes',
  },
  {
    trap: 'a node affinity for other nodes',
    changes: [
      placement({
        affinity: {
          nodeAffinity: {
            requiredDuringSchedulingIgnoredDuringExecution: {
              nodeSelectorTerms: [
                {
                  matchExpressions: [
                    {
                      key: 'topology.kubernetes.io/zone',
                      operator: 'In',
                      values: ['ap-northeast-1a'],
                    },
                  ],
                },
              ],
            },
          },
        },
      }),
    ],
    verdict: 'fail',
    says: '1 of 3 nodes',
  },
  {
    trap: 'a virtual node of Fargate',
    changes: [
      oneNode({ labels: { 'eks.amazonaws.com/compute-type': 'fargate' } }),
    ],
    verdict: 'fail',
    says: '2 of 3 nodes',
  },
  {
    trap: 'a hybrid node',
    changes: [oneNode({ providerId: 'eks-hybrid:///ap-northeast-1/pay/mi-1' })],
    verdict: 'fail',
    says: '2 of 3 nodes',
  },
  {
    trap: 'a spot node',
    changes: [oneNode({ labels: { 'karpenter.sh/capacity-type': 'spot' } })],
    verdict: 'fail',
    says: '2 of 3 nodes',
  },
  {
    trap: 'more nodes wanted than there are',
    changes: [onLedger('nodes', nodes => nodes.slice(0, 2))],
    verdict: 'fail',
    says: '2 of 2 nodes',
  },
  {
    trap: 'Deployments that were not read, so that a selector may choose fewer',
    changes: [unreadOnLedger('productDeployments')],
    verdict: 'unknown',
    says: 'productDeployments was denied',
  },
  {
    trap: 'too few nodes, whatever the Deployments say',
    changes: [unreadOnLedger('productDeployments'), oneNode({ ready: false })],
    verdict: 'fail',
    says: '2 of 3 nodes',
  },
  {
    trap: 'a taint, and no Deployment that could tolerate it',
    changes: [
      oneNode({ taints: [taint] }),
      onLedger('productDeployments', () => []),
    ],
    verdict: 'unknown',
    says: 'whether the product tolerates it is not known',
  },
  {
    trap: 'Cluster Autoscaler, and a group that keeps three nodes',
    changes: [tool(CLUSTER_AUTOSCALER)],
    verdict: 'pass',
    says: '3 of 3 nodes',
  },
  {
    trap: 'a group that Cluster Autoscaler may shrink to two',
    changes: [tool(CLUSTER_AUTOSCALER), fewest(2)],
    verdict: 'fail',
    says: "3 of 3 nodes take the product's pods; Cluster Autoscaler may shrink ledger-v1 to 2",
  },
  {
    trap: 'a group of a small minimum that nothing shrinks',
    changes: [fewest(2)],
    verdict: 'pass',
    says: '3 of 3 nodes',
  },
  {
    trap: 'Cluster Autoscaler that is scaled to zero',
    changes: [tool(CLUSTER_AUTOSCALER, { replicas: 0 }), fewest(2)],
    verdict: 'pass',
    says: '3 of 3 nodes',
  },
  {
    trap: 'Cluster Autoscaler that takes no nodes away',
    changes: [
      tool(CLUSTER_AUTOSCALER, { args: ['--scale-down-enabled=false'] }),
      fewest(2),
    ],
    verdict: 'pass',
    says: '3 of 3 nodes',
  },
  {
    trap: 'Cluster Autoscaler that does not find the group',
    changes: [
      tool(CLUSTER_AUTOSCALER),
      fewest(2),
      onLedger('autoScalingGroups', groups =>
        groups.map(group => ({ ...group, tags: {} })),
      ),
    ],
    verdict: 'pass',
    says: '3 of 3 nodes',
  },
  {
    trap: 'bounds in its arguments that are wider than those of the group',
    changes: [
      tool(CLUSTER_AUTOSCALER, { args: ['--nodes=1:6:eks-ledger-v1'] }),
    ],
    verdict: 'fail',
    says: 'Cluster Autoscaler may shrink ledger-v1 to 1',
  },
  {
    trap: 'a group that may shrink, whatever else was not read',
    changes: [tool(CLUSTER_AUTOSCALER), fewest(2), unreadOnLedger('instances')],
    verdict: 'fail',
    says: 'Cluster Autoscaler may shrink ledger-v1 to 2',
  },
  {
    trap: 'self-managed nodes that may shrink to none',
    changes: [tool(CLUSTER_AUTOSCALER), ...selfManaged, fewest(0)],
    verdict: 'fail',
    says: 'Cluster Autoscaler may shrink eks-ledger-v1 to 0',
  },
  {
    trap: 'a minimum of three, of which a tainted node is one',
    changes: [
      tool(CLUSTER_AUTOSCALER),
      onLedger('nodes', nodes => [
        ...nodes,
        ...nodes
          .slice(0, 1)
          .map(node => ({ ...node, name: 'tainted', taints: [taint] })),
      ]),
    ],
    verdict: 'fail',
    says: 'Cluster Autoscaler may shrink ledger-v1 to 3, of which 1 may not count',
  },
  {
    trap: 'a minimum of three beside a node that is cordoned to go',
    changes: [
      tool(CLUSTER_AUTOSCALER),
      onLedger('nodes', nodes => [
        ...nodes,
        ...nodes
          .slice(0, 1)
          .map(node => ({ ...node, name: 'old', unschedulable: true })),
      ]),
    ],
    verdict: 'pass',
    says: '3 of 4 nodes',
  },
  {
    trap: 'Karpenter, which takes nodes away as pods allow it',
    changes: [tool(KARPENTER), nodePool],
    verdict: 'pass',
    says: 'Karpenter by Deployment kube-system/adds-nodes takes nodes away as pods allow it',
  },
  {
    trap: 'tools that were not read, so that something may take nodes away',
    changes: [unreadOnLedger('toolDeployments')],
    verdict: 'unknown',
    says: 'toolDeployments was denied',
  },
  {
    trap: 'Auto Scaling groups that were not read, under Cluster Autoscaler',
    changes: [tool(CLUSTER_AUTOSCALER), unreadOnLedger('autoScalingGroups')],
    verdict: 'unknown',
    says: 'how far the nodes may shrink is not known: autoScalingGroups was denied',
  },
  {
    trap: 'nodes that were not read',
    changes: [unreadOnLedger('nodes')],
    verdict: 'unknown',
    says: 'nodes was denied',
  },
  {
    trap: 'a product on Fargate, which needs no machine',
    changes: [onFargate],
    verdict: 'skipped',
    says: 'where each pod has a node to itself',
  },
];

describe('three-worker-nodes, live', () => {
  it.each(trials)('$trap: $verdict', trial => {
    expect(tryOut(threeWorkerNodes, trial)).toEqual(expected(trial));
  });
});
