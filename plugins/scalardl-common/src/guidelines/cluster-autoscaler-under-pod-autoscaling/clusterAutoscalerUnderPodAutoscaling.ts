import { podAutoscalers } from '../../facts/autoscaling/podAutoscalers';
import type { SourceDocument } from '../../facts/sourceDocument';
import { fail, pass, skipped } from '../finding';
import { type Guideline, sideCheck } from '../guideline';
import { source } from '../sources';
import { live } from './live';

/** https://scalardl.scalar-labs.com/docs/latest/scalar-kubernetes/CreateEKSClusterForScalarDLAuditor/ */
export const clusterAutoscalerUnderPodAutoscaling: Guideline = {
  id: 'cluster-autoscaler-under-pod-autoscaling',
  level: 'recommendation',
  title: 'Nodes follow the pods that an autoscaler adds',
  source: source('eksClusters', 'Configure Cluster Autoscaler in EKS'),
  pass: 'Something adds nodes when autoscaled pods need them.',
  fail: 'Pods are autoscaled, but nothing adds nodes for them, so new pods would stay pending.',
  remedy:
    'Set spec.<side>.pods.autoscaling, which brings Cluster Autoscaler with it, or remove the HorizontalPodAutoscaler.',
  plan: sideCheck({
    needs: ['manifests', 'clusterConfig', 'clusterAutoscaler'],
    check: ({ manifests, clusterConfig, clusterAutoscaler }) => {
      const [autoscaler] = podAutoscalers(manifests);
      if (!autoscaler) {
        return skipped(
          'no HorizontalPodAutoscaler or ScaledObject in the manifests',
        );
      }
      const provider = nodeProvider(clusterConfig, clusterAutoscaler);
      const expected = 'Cluster Autoscaler, Karpenter or EKS Auto Mode';
      const observed = `${autoscaler.kind} ${autoscaler.name}; ${provider ?? 'nothing adds nodes'}`;
      return provider
        ? pass({ expected, observed })
        : fail({ expected, observed, location: autoscaler.location });
    },
  }),
  live,
};

function nodeProvider(
  clusterConfig: SourceDocument,
  clusterAutoscaler: SourceDocument | undefined,
): string | undefined {
  if (clusterAutoscaler)
    return `Cluster Autoscaler by ${clusterAutoscaler.path}`;
  if (clusterConfig.get('autoModeConfig', 'enabled') === true)
    return 'EKS Auto Mode';
  const karpenter = clusterConfig.get('karpenter', 'version');
  return karpenter === undefined ? undefined : `Karpenter ${String(karpenter)}`;
}
