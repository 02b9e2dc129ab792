import { groupsGrow } from '../../facts/autoscaling/groupsGrow';
import { podAutoscalers } from '../../facts/autoscaling/podAutoscalers';
import type { Certainty } from '../../facts/kubernetes/certainty';
import type { SourceDocument } from '../../facts/sourceDocument';
import { fail, pass, skipped, unknown } from '../finding';
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
  fail: 'Pods are autoscaled, but nothing can add nodes for them, so new pods would stay pending.',
  remedy:
    'Set spec.<side>.pods.autoscaling, which brings Cluster Autoscaler with it, and spec.<side>.nodes.max above min, or remove the HorizontalPodAutoscaler.',
  plan: sideCheck({
    needs: ['manifests', 'clusterConfig', 'clusterAutoscaler'],
    check: ({ manifests, clusterConfig, clusterAutoscaler }) => {
      const [autoscaler] = podAutoscalers(manifests);
      if (!autoscaler) {
        return skipped(
          'no HorizontalPodAutoscaler or ScaledObject in the manifests',
        );
      }
      const { location, kind, name } = autoscaler;
      const adding = nodeProvider(clusterConfig, clusterAutoscaler);
      const evidence = {
        expected:
          'Cluster Autoscaler, Karpenter or EKS Auto Mode, and room for nodes',
        observed: `${kind} ${name}; ${adding.detail}`,
      };
      if (adding.answer === 'yes') return pass(evidence);
      return adding.answer === 'no'
        ? fail({ ...evidence, location })
        : unknown(adding.detail, { ...evidence, location });
    },
  }),
  live,
};

/** What adds nodes: Cluster Autoscaler does where a group has room to grow. */
function nodeProvider(
  clusterConfig: SourceDocument,
  clusterAutoscaler: SourceDocument | undefined,
): { answer: Certainty; detail: string } {
  if (clusterConfig.get('autoModeConfig', 'enabled') === true)
    return { answer: 'yes', detail: 'EKS Auto Mode' };
  const karpenter = clusterConfig.get('karpenter', 'version');
  if (karpenter !== undefined)
    return { answer: 'yes', detail: `Karpenter ${String(karpenter)}` };
  if (!clusterAutoscaler) return { answer: 'no', detail: 'nothing adds nodes' };
  const { answer, detail } = groupsGrow(clusterConfig);
  const title = `Cluster Autoscaler by ${clusterAutoscaler.path}`;
  return { answer, detail: `${title}; ${detail}` };
}
