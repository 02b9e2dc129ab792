import type { SideModel } from '../side/sideModel';
import type { YamlContent } from '../yaml/yamlText';
import { envoyPods, productPods } from './pods';

/** One pod of the product and one of Envoy may be down on purpose at a time. */
export function podDisruptionBudgets({ product }: SideModel): YamlContent[] {
  return [
    budget(product.deployment, product.namespace, productPods(product)),
    budget(product.loadBalancerService, product.namespace, envoyPods(product)),
  ];
}

function budget(
  name: string,
  namespace: string,
  matchLabels: Record<string, string>,
): YamlContent {
  return {
    data: {
      apiVersion: 'policy/v1',
      kind: 'PodDisruptionBudget',
      metadata: { name, namespace },
      spec: { maxUnavailable: 1, selector: { matchLabels } },
    },
  };
}
