import { lookupIn, selects } from '../../kubernetes/labelSelector';
import { isRecord, listOf, recordOf, textOf } from '../../plain/plain';
import type { Workload } from '../../release/workload';
import type { KubernetesJson } from '../kubernetes';
import type { ReachableWorkloads } from '../product/reachableWorkloads';

/** One port of a Service. */
export interface LiveServicePort {
  name: string;
  /** Port that callers use, also on the load balancer. */
  port: number;
  /** Port of the pods; `undefined` where it is a name that no container has, so that nothing stands behind it. */
  targetPort: number | undefined;
  /** As it is written: a number or a name. */
  written: number | string;
  /** Port of every node, where the Service has one. */
  nodePort: number | undefined;
}

/** A Service that leads to the product's or Envoy's pods. */
export interface LiveService {
  /** `Service scalardl-ledger/scalardl-ledger-envoy`. */
  id: string;
  /** `scalardl-ledger/scalardl-ledger-envoy`, as the tags of load balancers name it. */
  stack: string;
  type: string;
  ports: LiveServicePort[];
  /** Names of its load balancers; none until one was made. */
  hostnames: string[];
  /** True where nodes pass a connection only to their own pods. */
  local: boolean;
  /** The pods behind it. */
  entry: Workload;
}

/** Every Service that selects pods of the workloads, whatever its type. */
export function productServices(
  services: readonly KubernetesJson[],
  { product, envoy }: ReachableWorkloads,
): LiveService[] {
  return services.flatMap(service => {
    const entry = [...envoy, ...product].find(
      workload => leadsTo(service, workload) === 'yes',
    );
    return entry ? [toService(service, entry)] : [];
  });
}

/** `namespace/name`, as the controllers write it into tags. */
export function stackOf({ metadata }: KubernetesJson): string {
  return `${metadata.namespace ?? 'default'}/${metadata.name}`;
}

function leadsTo({ metadata, spec }: KubernetesJson, workload: Workload) {
  const selector = recordOf(spec?.selector);
  if (Object.keys(selector).length === 0) return 'no';
  if (metadata.namespace !== workload.namespace) return 'no';
  return selects({ matchLabels: selector }, lookupIn(workload.labels));
}

function toService(service: KubernetesJson, entry: Workload): LiveService {
  const stack = stackOf(service);
  const { spec, status } = service;
  return {
    id: `Service ${stack}`,
    stack,
    type: textOf(spec?.type) ?? 'ClusterIP',
    ports: listOf(spec?.ports)
      .filter(isRecord)
      // Without a protocol it is TCP.
      .filter(({ protocol }) => (protocol ?? 'TCP') === 'TCP')
      .map(port => toPort(port, entry)),
    hostnames: listOf(recordOf(status?.loadBalancer).ingress)
      .map(ingress => textOf(recordOf(ingress).hostname))
      .filter(hostname => hostname !== undefined),
    local: spec?.externalTrafficPolicy === 'Local',
    entry,
  };
}

function toPort(
  port: Readonly<Record<string, unknown>>,
  entry: Workload,
): LiveServicePort {
  const number = Number(port.port);
  const target = port.targetPort;
  const written =
    typeof target === 'number' || typeof target === 'string' ? target : number;
  return {
    name: textOf(port.name) ?? String(number),
    port: number,
    written,
    targetPort: typeof written === 'number' ? written : named(entry, written),
    nodePort: typeof port.nodePort === 'number' ? port.nodePort : undefined,
  };
}

/** A name means the container port of that name. */
function named(entry: Workload, name: string): number | undefined {
  const ports = listOf(entry.get('containers')).flatMap(container =>
    listOf(recordOf(container).ports).map(recordOf),
  );
  const number = ports.find(port => port.name === name)?.containerPort;
  return typeof number === 'number' ? number : undefined;
}
