import type { RenderedFile } from '../renderedFile';
import type { SideModel } from '../side/sideModel';
import { header } from '../yaml/header';
import { yamlText, type YamlContent } from '../yaml/yamlText';
import { horizontalPodAutoscaler } from './horizontalPodAutoscaler';
import { namespaces } from './namespaces';
import { networkPolicies } from './networkPolicies';
import { podDisruptionBudgets } from './podDisruptionBudgets';

/** What Scalar's charts lack, as plain manifests of one side. */
export function manifestFiles(model: SideModel): RenderedFile[] {
  const { side, product, spec } = model;
  const file = (
    name: string,
    purpose: string,
    contents: YamlContent[],
  ): RenderedFile => ({
    path: `manifests/${side}/${name}.yaml`,
    owner: 'tool',
    content: yamlText(header(purpose), contents),
  });
  const { autoscaling } = spec.pods;
  return [
    file(
      'namespace',
      `Namespaces of the ${product.title} cluster.`,
      namespaces(model),
    ),
    file(
      'pod-disruption-budgets',
      `How many pods of ${product.title} may be evicted at a time.`,
      podDisruptionBudgets(model),
    ),
    file(
      'network-policies',
      `Who reaches whom in the namespace of ${product.title}; the vpc-cni add-on enforces it.`,
      networkPolicies(model),
    ),
    ...(autoscaling
      ? [
          file(
            'horizontal-pod-autoscaler',
            `When ${product.title} gets more pods.`,
            horizontalPodAutoscaler(model, autoscaling),
          ),
        ]
      : []),
  ];
}
