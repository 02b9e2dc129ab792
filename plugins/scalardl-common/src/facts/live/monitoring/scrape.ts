import type { Fact } from '../../fact';
import {
  type Certainty,
  certain,
  every,
  some,
} from '../../kubernetes/certainty';
import { lookupIn, selects } from '../../kubernetes/labelSelector';
import { listOf, recordOf, textsOf } from '../../plain/plain';
import type { KubernetesJson } from '../kubernetes';
import type { LiveWorkload } from '../product';

/** Whether a ServiceMonitor or PodMonitor means a port of the workload's pods. */
export function scrapes(
  monitor: KubernetesJson,
  workload: LiveWorkload,
  services: Fact<KubernetesJson[]>,
): Certainty {
  if (!reachesNamespace(monitor, workload.namespace)) return 'no';
  if (monitor.kind === 'PodMonitor') return scrapesPods(monitor, workload);
  if (!services.ok) return 'unknown';
  return some(
    services.value.map(service => scrapesService(monitor, service, workload)),
  );
}

/** https://prometheus-operator.dev/docs/api-reference/api/#monitoring.coreos.com/v1.NamespaceSelector */
function reachesNamespace(
  { metadata, spec }: KubernetesJson,
  namespace: string,
): boolean {
  const { any, matchNames } = recordOf(spec?.namespaceSelector);
  if (any === true) return true;
  const names = textsOf(matchNames);
  return names.length > 0
    ? names.includes(namespace)
    : metadata.namespace === namespace;
}

/** The Service must lead to the pods, and the monitor name one of its ports. */
function scrapesService(
  { spec }: KubernetesJson,
  service: KubernetesJson,
  workload: LiveWorkload,
): Certainty {
  const selector = recordOf(service.spec?.selector);
  const names = listOf(service.spec?.ports).map(port => recordOf(port).name);
  const endpoints = listOf(spec?.endpoints).map(recordOf);
  return every([
    certain(
      service.metadata.namespace === workload.namespace &&
        Object.keys(selector).length > 0,
    ),
    selects(spec?.selector, lookupIn(service.metadata.labels ?? {})),
    selects({ matchLabels: selector }, lookupIn(workload.labels)),
    certain(
      endpoints.some(
        ({ port, targetPort }) =>
          targetPort !== undefined || names.includes(port),
      ),
    ),
  ]);
}

function scrapesPods(
  { spec }: KubernetesJson,
  workload: LiveWorkload,
): Certainty {
  const names = listOf(workload.pod.containers)
    .flatMap(container => listOf(recordOf(container).ports))
    .map(port => recordOf(port).name);
  const endpoints = listOf(spec?.podMetricsEndpoints).map(recordOf);
  return every([
    selects(spec?.selector, lookupIn(workload.labels)),
    certain(
      endpoints.some(
        ({ port, portNumber, targetPort }) =>
          portNumber !== undefined ||
          targetPort !== undefined ||
          (port !== undefined && names.includes(port)),
      ),
    ),
  ]);
}
