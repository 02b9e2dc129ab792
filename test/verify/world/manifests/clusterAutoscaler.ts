import type { Manifest } from '../resources.ts';
import type { SidePlan } from '../sidePlan.ts';
import { toolDeployment } from './tool.ts';

const NAMESPACE = 'kube-system';
const LABELS = {
  'app.kubernetes.io/name': 'aws-cluster-autoscaler',
  'app.kubernetes.io/instance': 'cluster-autoscaler',
};

/** The Cluster Autoscaler of the cluster's own minor, as its chart labels it. */
export function clusterAutoscaler({
  cluster,
  place,
  kubernetesVersion,
}: SidePlan): Manifest {
  return toolDeployment({
    name: 'cluster-autoscaler-aws-cluster-autoscaler',
    namespace: NAMESPACE,
    labels: LABELS,
    image: `registry.k8s.io/autoscaling/cluster-autoscaler:v${kubernetesVersion}.0`,
    replicas: 1,
    args: [
      './cluster-autoscaler',
      '--cloud-provider=aws',
      `--namespace=${NAMESPACE}`,
      `--node-group-auto-discovery=asg:tag=k8s.io/cluster-autoscaler/enabled,k8s.io/cluster-autoscaler/${cluster}`,
      `--aws-region=${place.region}`,
    ],
  });
}

/** What a Cluster Autoscaler says of itself. */
export interface AutoscalerStatus {
  readonly group: string;
  readonly at: Date;
  /** `Healthy` or `Unhealthy`. */
  readonly health?: string;
}

/**
 * The ConfigMap that it writes every ten seconds
 * (https://github.com/kubernetes/autoscaler/blob/cluster-autoscaler-release-1.35/cluster-autoscaler/clusterstate/api/types.go).
 */
export function autoscalerStatus({
  group,
  at,
  health = 'Healthy',
}: AutoscalerStatus): Manifest {
  const written = at.toISOString().replace('T', ' ').replace('Z', '');
  const probed = at.toISOString().replace(/\.\d+Z/, 'Z');
  const state = (status: string, more: string[] = []) => [
    `status: ${status}`,
    ...more,
    `lastProbeTime: "${probed}"`,
    `lastTransitionTime: "${probed}"`,
  ];
  const counts = [
    'nodeCounts:',
    '  registered:',
    '    total: 3',
    '    ready: 3',
    '    notStarted: 0',
    '  longUnregistered: 0',
    '  unregistered: 0',
  ];
  const part = (name: string, lines: string[], depth: number) => [
    `${' '.repeat(depth)}${name}:`,
    ...lines.map(line => `${' '.repeat(depth + 2)}${line}`),
  ];
  const sizes = ['cloudProviderTarget: 3', 'minSize: 3', 'maxSize: 6'];
  const lines = [
    `time: ${written} +0000 UTC`,
    'autoscalerStatus: Running',
    'clusterWide:',
    ...part('health', state(health, counts), 2),
    ...part('scaleUp', state('NoActivity'), 2),
    ...part('scaleDown', state('NoCandidates', ['candidates: 0']), 2),
    'nodeGroups:',
    `- name: ${group}`,
    ...part('health', state(health, [...counts, ...sizes]), 2),
    ...part('scaleUp', state('NoActivity'), 2),
    ...part('scaleDown', state('NoCandidates', ['candidates: 0']), 2),
  ];
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: {
      name: 'cluster-autoscaler-status',
      namespace: NAMESPACE,
      annotations: {
        'cluster-autoscaler.kubernetes.io/last-updated': `${written} +0000 UTC`,
      },
    },
    data: { status: `${lines.join('\n')}\n` },
  };
}
