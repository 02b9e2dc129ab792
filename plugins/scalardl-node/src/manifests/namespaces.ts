import { MONITORING_NAMESPACE } from '../side/product';
import type { SideModel } from '../side/sideModel';
import type { YamlContent } from '../yaml/yamlText';

/** The namespaces of one cluster; made first, because secrets are created in them. */
export function namespaces(model: SideModel): YamlContent[] {
  const { product, environment } = model;
  return [
    namespace(product.namespace, {
      'pod-security.kubernetes.io/enforce': 'baseline',
      'pod-security.kubernetes.io/warn': 'restricted',
    }),
    ...(environment.spec.monitoring.metrics
      ? [namespace(MONITORING_NAMESPACE, {})]
      : []),
  ];
}

function namespace(name: string, labels: Record<string, string>): YamlContent {
  return {
    data: {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: Object.keys(labels).length > 0 ? { name, labels } : { name },
    },
  };
}
