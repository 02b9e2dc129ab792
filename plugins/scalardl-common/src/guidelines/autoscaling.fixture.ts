import type { KubernetesJson } from '../facts/live';
import { type Change, onLedger } from './liveTrial.fixture';

/** A HorizontalPodAutoscaler of the Ledger pods, as autoscaling/v2 has it, but for what is given. */
export function autoscaler({
  metadata = {},
  spec = {},
  status = {},
}: {
  metadata?: Partial<KubernetesJson['metadata']>;
  spec?: object;
  status?: Record<string, unknown>;
} = {}): Change {
  return onLedger('podAutoscalers', autoscalers => [
    ...autoscalers,
    {
      apiVersion: 'autoscaling/v2',
      kind: 'HorizontalPodAutoscaler',
      metadata: { name: 'ledger', namespace: 'scalardl-ledger', ...metadata },
      spec: {
        minReplicas: 3,
        maxReplicas: 6,
        scaleTargetRef: { kind: 'Deployment', name: 'scalardl-ledger-ledger' },
        metrics: [{ type: 'Resource', resource: { name: 'cpu' } }],
        ...spec,
      },
      status,
    },
  ]);
}

export const CLUSTER_AUTOSCALER =
  'registry.k8s.io/autoscaling/cluster-autoscaler:v1.35.0';

export const KARPENTER = 'public.ecr.aws/karpenter/controller:1.8.0';

/** A tool of the Ledger side that is ready, but for what is given. */
export function tool(
  image: string,
  {
    args = [],
    replicas = 1,
    readyReplicas = 1,
  }: { args?: string[]; replicas?: number; readyReplicas?: number } = {},
): Change {
  return onLedger('toolDeployments', deployments => [
    ...deployments,
    {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: 'adds-nodes', namespace: 'kube-system' },
      spec: {
        replicas,
        template: { spec: { containers: [{ name: 'main', image, args }] } },
      },
      status: { readyReplicas },
    },
  ]);
}

export const nodePool: Change = onLedger('nodePools', () => [
  {
    apiVersion: 'karpenter.sh/v1',
    kind: 'NodePool',
    metadata: { name: 'general' },
  },
]);

export const autoMode: Change = onLedger('cluster', cluster => ({
  ...cluster,
  autoMode: true,
}));
