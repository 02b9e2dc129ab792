import {
  CLUSTER_AUTOSCALER,
  KARPENTER,
  autoMode,
  autoscaler,
  nodePool,
  tool,
} from '../autoscaling.fixture';
import {
  type Trial,
  expected,
  tryOut,
  unreadOnLedger,
} from '../liveTrial.fixture';
import { clusterAutoscalerUnderPodAutoscaling } from './clusterAutoscalerUnderPodAutoscaling';

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
    says: 'Cluster Autoscaler by Deployment kube-system/adds-nodes',
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
];

describe('cluster-autoscaler-under-pod-autoscaling, live', () => {
  it.each(trials)('$trap: $verdict', trial => {
    expect(tryOut(clusterAutoscalerUnderPodAutoscaling, trial)).toEqual(
      expected(trial),
    );
  });
});
