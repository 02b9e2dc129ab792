import type { Fact } from '../../fact';
import { type Certainty, certain, every } from '../../kubernetes/certainty';
import {
  type LabelLookup,
  lookupIn,
  selects,
} from '../../kubernetes/labelSelector';
import { isRecord, recordOf } from '../../plain/plain';
import type { KubernetesJson } from '../kubernetes';

/** Kinds of objects that a Prometheus selects, with the fields of its `spec` that say which. */
const SELECTORS: Readonly<Record<string, string>> = {
  ServiceMonitor: 'serviceMonitor',
  PodMonitor: 'podMonitor',
  PrometheusRule: 'rule',
};

/**
 * Whether a Prometheus reads the object. A selector that is missing selects nothing; a selector for namespaces that
 * is missing selects the Prometheus's own
 * (https://prometheus-operator.dev/docs/api-reference/api/#monitoring.coreos.com/v1.PrometheusSpec).
 */
export function isSelected(
  object: KubernetesJson,
  prometheus: KubernetesJson,
  namespaces: Fact<KubernetesJson[]>,
): Certainty {
  const field = SELECTORS[object.kind] ?? '';
  const spec = recordOf(prometheus.spec);
  const { labels = {}, namespace = '' } = object.metadata;
  const among = spec[`${field}NamespaceSelector`];
  return every([
    selects(spec[`${field}Selector`], lookupIn(labels)),
    isRecord(among)
      ? selects(among, labelsOf(namespace, namespaces))
      : certain(namespace === prometheus.metadata.namespace),
  ]);
}

const OWN_NAME = 'kubernetes.io/metadata.name';

function labelsOf(
  namespace: string,
  namespaces: Fact<KubernetesJson[]>,
): LabelLookup {
  const found = namespaces.ok
    ? namespaces.value.find(({ metadata }) => metadata.name === namespace)
    : undefined;
  return key => {
    // Kubernetes itself gives every namespace its name as a label.
    if (key === OWN_NAME) return { value: namespace };
    return found ? lookupIn(found.metadata.labels ?? {})(key) : 'unknown';
  };
}
