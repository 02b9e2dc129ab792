import type { Manifest } from '../resources.ts';
import type { SidePlan } from '../sidePlan.ts';
import {
  type Component,
  componentName,
  podLabels,
  productName,
} from './release.ts';

/** The namespaces of the product and of the metrics. */
export function namespaces({ namespace }: SidePlan): Manifest[] {
  return [
    {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: {
        name: namespace,
        labels: { 'pod-security.kubernetes.io/enforce': 'baseline' },
      },
    },
    { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'monitoring' } },
  ];
}

/** One pod of each at a time may be evicted. */
export function disruptionBudgets(plan: SidePlan): Manifest[] {
  return [plan.side, 'envoy' as const].map((component: Component) => ({
    apiVersion: 'policy/v1',
    kind: 'PodDisruptionBudget',
    metadata: {
      name: componentName(plan, component),
      namespace: plan.namespace,
    },
    spec: {
      maxUnavailable: 1,
      selector: { matchLabels: podLabels(plan, component) },
    },
  }));
}

/** Three to four pods of the product, which the six nodes of a full group hold. */
export function podAutoscaler(plan: SidePlan): Manifest {
  const name = productName(plan);
  return {
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
    metadata: { name, namespace: plan.namespace },
    spec: {
      scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name },
      minReplicas: 3,
      maxReplicas: 4,
      metrics: [
        {
          type: 'Resource',
          resource: {
            name: 'cpu',
            target: { type: 'Utilization', averageUtilization: 75 },
          },
        },
      ],
    },
  };
}
