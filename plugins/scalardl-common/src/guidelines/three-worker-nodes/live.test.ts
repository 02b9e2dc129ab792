import type { LiveNode } from '../../facts/live';
import {
  type Trial,
  changeOne,
  expected,
  onLedger,
  onPodSpec,
  tryOut,
  unreadOnLedger,
} from '../liveTrial.fixture';
import { threeWorkerNodes } from './threeWorkerNodes';

const oneNode = (change: Partial<LiveNode>) =>
  onLedger('nodes', nodes =>
    changeOne(nodes, node => ({ ...node, ...change })),
  );

const taint = { key: 'dedicated', value: 'shop', effect: 'NoSchedule' };

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
    trap: 'nodes that were not read',
    changes: [unreadOnLedger('nodes')],
    verdict: 'unknown',
    says: 'nodes was denied',
  },
];

describe('three-worker-nodes, live', () => {
  it.each(trials)('$trap: $verdict', trial => {
    expect(tryOut(threeWorkerNodes, trial)).toEqual(expected(trial));
  });
});
