import { NAMESPACE, podLabels } from './product.ts';

const METADATA = { name: 'scalardl-ledger', namespace: NAMESPACE };

/** What stands around the product: budgets, policies, autoscaling, Jobs, tools. */
export function around(): object[] {
  return [
    {
      apiVersion: 'policy/v1',
      kind: 'PodDisruptionBudget',
      metadata: METADATA,
      spec: {
        maxUnavailable: 1,
        selector: { matchLabels: podLabels('ledger') },
      },
    },
    {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'NetworkPolicy',
      metadata: METADATA,
      spec: { podSelector: {}, policyTypes: ['Ingress'] },
    },
    {
      apiVersion: 'autoscaling/v2',
      kind: 'HorizontalPodAutoscaler',
      metadata: METADATA,
      spec: {
        maxReplicas: 6,
        scaleTargetRef: {
          apiVersion: 'apps/v1',
          kind: 'Deployment',
          name: 'scalardl-ledger-ledger',
        },
        metrics: [
          {
            type: 'Resource',
            resource: {
              name: 'cpu',
              target: { type: 'Utilization', averageUtilization: 80 },
            },
          },
        ],
      },
    },
    {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'cluster-autoscaler-status', namespace: 'kube-system' },
      data: { status: 'autoscalerStatus: Running\n' },
    },
    {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'coredns', namespace: 'kube-system' },
      data: { Corefile: '.:53 {\n    whoami\n}\n' },
    },
    {
      apiVersion: 'batch/v1',
      kind: 'CronJob',
      metadata: { name: 'pause', namespace: NAMESPACE },
      spec: {
        schedule: '0 0 1 1 *',
        jobTemplate: {
          spec: {
            template: {
              spec: {
                restartPolicy: 'Never',
                containers: [
                  {
                    name: 'pause',
                    image:
                      'ghcr.io/scalar-labs/scalar-admin-for-kubernetes:1.4.0',
                  },
                ],
              },
            },
          },
        },
      },
    },
    tool('cluster-autoscaler', 'mirror.test/cluster-autoscaler:v1.35.0'),
    tool('anything', 'mirror.test/anything:1', 'kube-system'),
    tool('shop', 'registry.test/shop:1'),
  ];
}

function tool(name: string, image: string, namespace = 'default'): object {
  const labels = { app: name };
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name, namespace },
    spec: {
      replicas: 1,
      selector: { matchLabels: labels },
      template: {
        metadata: { labels },
        spec: { containers: [{ name: 'main', image }] },
      },
    },
  };
}
