import type { SideModel } from '../side/sideModel';
import type { YamlContent } from '../yaml/yamlText';

type Autoscaling = NonNullable<SideModel['spec']['pods']['autoscaling']>;

/** Adds product pods by CPU use; nodes follow through the Cluster Autoscaler. */
export function horizontalPodAutoscaler(
  { product, spec }: SideModel,
  { maxReplicas, targetCpuPercent }: Autoscaling,
): YamlContent[] {
  return [
    {
      data: {
        apiVersion: 'autoscaling/v2',
        kind: 'HorizontalPodAutoscaler',
        metadata: { name: product.deployment, namespace: product.namespace },
        spec: {
          scaleTargetRef: {
            apiVersion: 'apps/v1',
            kind: 'Deployment',
            name: product.deployment,
          },
          minReplicas: spec.pods.replicas,
          maxReplicas,
          metrics: [
            {
              type: 'Resource',
              resource: {
                name: 'cpu',
                target: {
                  type: 'Utilization',
                  averageUtilization: targetCpuPercent,
                },
              },
            },
          ],
        },
      },
    },
  ];
}
