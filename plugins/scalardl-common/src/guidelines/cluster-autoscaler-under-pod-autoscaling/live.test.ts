import type { LiveAutoScalingGroup } from '../../facts/live';
import {
  CLUSTER_AUTOSCALER,
  KARPENTER,
  autoMode,
  autoscaler,
  nodePool,
  tool,
} from '../autoscaling.fixture';
import { onFargate } from '../fargate.fixture';
import {
  type Trial,
  expected,
  onLedger,
  selfManaged,
  tryOut,
  unreadOnLedger,
} from '../liveTrial.fixture';
import { clusterAutoscalerUnderPodAutoscaling } from './clusterAutoscalerUnderPodAutoscaling';

const bounds = (change: Partial<LiveAutoScalingGroup>) =>
  onLedger('autoScalingGroups', groups =>
    groups.map(group => ({ ...group, ...change })),
  );

const trials: Trial[] = [
  {
    trap: 'no autoscaler of pods',
    verdict: 'skipped',
    says: 'no HorizontalPodAutoscaler targets the product',
  },
  {
    trap: 'an autoscaler of other pods',
    changes: [autoscaler({ metadata: { namespace: 'default' } })],
    verdict: 'skipped',
    says: 'no HorizontalPodAutoscaler targets the product',
  },
  {
    trap: 'nothing that adds nodes',
    changes: [autoscaler()],
    verdict: 'fail',
    says: 'HorizontalPodAutoscaler ledger; nothing adds nodes',
  },
  {
    trap: 'an autoscaler that KEDA made',
    changes: [
      autoscaler({
        metadata: {
          name: 'keda-hpa-ledger',
          ownerReferences: [
            {
              apiVersion: 'keda.sh/v1alpha1',
              kind: 'ScaledObject',
              name: 'ledger',
            },
          ],
        },
      }),
    ],
    verdict: 'fail',
    says: 'keda-hpa-ledger of the ScaledObject ledger; nothing adds nodes',
  },
  {
    trap: 'an autoscaler of Envoy',
    changes: [
      autoscaler({
        spec: {
          scaleTargetRef: { kind: 'Deployment', name: 'scalardl-ledger-envoy' },
        },
      }),
    ],
    verdict: 'fail',
    says: 'nothing adds nodes',
  },
  {
    trap: 'Cluster Autoscaler under whatever name',
    changes: [autoscaler(), tool(CLUSTER_AUTOSCALER)],
    verdict: 'pass',
    says: 'Cluster Autoscaler by Deployment kube-system/adds-nodes; it may give ledger-v1 3 to 6 nodes',
  },
  {
    trap: 'Cluster Autoscaler, and a group that can never grow',
    changes: [autoscaler(), tool(CLUSTER_AUTOSCALER), bounds({ min: 6 })],
    verdict: 'fail',
    says: 'it may give ledger-v1 6 to 6 nodes',
  },
  {
    trap: 'Cluster Autoscaler that finds no group',
    changes: [autoscaler(), tool(CLUSTER_AUTOSCALER), bounds({ tags: {} })],
    verdict: 'fail',
    says: 'it finds no group of nodes for the pods',
  },
  {
    trap: 'room only in a group that the product does not tolerate',
    changes: [
      autoscaler(),
      tool(CLUSTER_AUTOSCALER),
      onLedger('nodeGroups', groups =>
        groups.map(group => ({
          ...group,
          taints: [{ key: 'tools', effect: 'NO_SCHEDULE' }],
        })),
      ),
    ],
    verdict: 'fail',
    says: 'it finds no group of nodes for the pods',
  },
  {
    trap: 'self-managed nodes that Cluster Autoscaler finds',
    changes: [autoscaler(), tool(CLUSTER_AUTOSCALER), ...selfManaged],
    verdict: 'pass',
    says: 'it may give eks-ledger-v1 3 to 6 nodes',
  },
  {
    trap: 'an Auto Scaling group of our own without a machine, of which nobody knows what it starts',
    changes: [
      autoscaler(),
      tool(CLUSTER_AUTOSCALER),
      onLedger('nodeGroups', () => []),
    ],
    verdict: 'unknown',
    says: 'whether new nodes of eks-ledger-v1 take the pods is open',
  },
  {
    trap: 'Cluster Autoscaler, and groups that were not read',
    changes: [
      autoscaler(),
      tool(CLUSTER_AUTOSCALER),
      unreadOnLedger('autoScalingGroups'),
    ],
    verdict: 'unknown',
    says: 'autoScalingGroups was denied',
  },
  {
    trap: 'Cluster Autoscaler that is scaled to zero',
    changes: [autoscaler(), tool(CLUSTER_AUTOSCALER, { replicas: 0 })],
    verdict: 'fail',
    says: 'nothing adds nodes',
  },
  {
    trap: 'Karpenter with a NodePool',
    changes: [autoscaler(), tool(KARPENTER), nodePool],
    verdict: 'pass',
    says: 'Karpenter by Deployment kube-system/adds-nodes',
  },
  {
    trap: 'Karpenter without a NodePool',
    changes: [autoscaler(), tool(KARPENTER)],
    verdict: 'fail',
    says: 'nothing adds nodes',
  },
  {
    trap: 'a NodePool that nobody reads',
    changes: [autoscaler(), nodePool],
    verdict: 'fail',
    says: 'nothing adds nodes',
  },
  {
    trap: 'EKS Auto Mode',
    changes: [autoscaler(), autoMode, nodePool],
    verdict: 'pass',
    says: 'EKS Auto Mode',
  },
  {
    trap: 'EKS Auto Mode without NodePools',
    changes: [autoscaler(), autoMode],
    verdict: 'fail',
    says: 'nothing adds nodes',
  },
  {
    trap: 'tools that were not read',
    changes: [autoscaler(), unreadOnLedger('toolDeployments')],
    verdict: 'unknown',
    says: 'toolDeployments was denied',
  },
  {
    trap: 'something that adds nodes, whatever else was not read',
    changes: [
      autoscaler(),
      tool(CLUSTER_AUTOSCALER),
      unreadOnLedger('nodePools'),
    ],
    verdict: 'pass',
    says: 'Cluster Autoscaler by',
  },
  {
    trap: 'autoscalers that were not read',
    changes: [unreadOnLedger('podAutoscalers')],
    verdict: 'unknown',
    says: 'podAutoscalers was denied',
  },
  {
    trap: 'a product on Fargate, which starts a node for each pod',
    changes: [autoscaler(), onFargate],
    verdict: 'pass',
    says: 'HorizontalPodAutoscaler ledger; AWS Fargate',
  },
];

describe('cluster-autoscaler-under-pod-autoscaling, live', () => {
  it.each(trials)('$trap: $verdict', trial => {
    expect(tryOut(clusterAutoscalerUnderPodAutoscaling, trial)).toEqual(
      expected(trial),
    );
  });
});
