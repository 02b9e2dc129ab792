import type { Location, Side } from '../../report/report';
import { objectsOf } from '../kubernetes/objects';
import { isRecord, listOf, recordOf, textOf, textsOf } from '../plain/plain';
import { FIXED_PORTS } from '../ports/podPorts';
import type { SourceDocument } from '../sourceDocument';

export interface ServicePort {
  name: string;
  /** Port that callers use. */
  port: number;
  /** Port of the pod; a name where the manifest gives one. */
  targetPort: number | string;
  location: Location;
}

/** A Kubernetes Service, from a chart's values or from a manifest. */
export interface Service {
  id: string;
  /** `ClusterIP`, `NodePort` or `LoadBalancer`. */
  type: string;
  annotations: Readonly<Record<string, string>>;
  ports: readonly ServicePort[];
  /** `spec.loadBalancerClass`; the charts cannot set it. */
  loadBalancerClass?: string;
  /** `spec.loadBalancerSourceRanges`; the charts cannot set it. */
  sourceRanges: readonly string[];
  /** Labels of the pods behind it; `undefined` for a Service of the product's chart. */
  selector?: unknown;
  location: Location;
  /** Where an annotation stands. */
  locateAnnotation(key: string): Location;
}

const ENVOY_PORT_NAMES: [string, string] = ['envoy', 'envoy-priv'];

const PRODUCT_PORT_NAMES: Readonly<Record<Side, [string, string]>> = {
  ledger: ['scalardl', 'scalardl-priv'],
  auditor: ['scalardl-auditor', 'scalardl-auditor-priv'],
};

/**
 * The Service by which others call the product: Envoy's, or the product's own where Envoy is switched off
 * (https://github.com/scalar-labs/helm-charts).
 */
export function productService(product: SourceDocument, side: Side): Service {
  const withEnvoy = product.get('envoy', 'enabled') !== false;
  const section = withEnvoy ? 'envoy' : side;
  const names = withEnvoy ? ENVOY_PORT_NAMES : PRODUCT_PORT_NAMES[side];
  const { client, privileged } = FIXED_PORTS[side];
  const defaults = {
    [names[0]]: { port: client, targetPort: client },
    [names[1]]: { port: privileged, targetPort: privileged },
  };
  const path = [section, 'service'];
  const ports = recordOf(product.get(...path, 'ports'));
  const portNames = withEnvoy
    ? [...new Set([...Object.keys(defaults), ...Object.keys(ports)])]
    : Object.keys(defaults);
  return {
    id: withEnvoy ? 'Service of Envoy' : `Service of ${side}`,
    type: textOf(product.get(...path, 'type')) ?? 'ClusterIP',
    annotations: textMap(product.get(...path, 'annotations')),
    ports: portNames.flatMap(name => {
      // Helm takes null for "remove the chart's own entry".
      if (ports[name] === null) return [];
      const port = { ...defaults[name], ...recordOf(ports[name]) };
      const location = product.locate(...path, 'ports', name);
      return toPort({ name, ...port }, location);
    }),
    sourceRanges: [],
    location: product.locate(...path, 'type'),
    locateAnnotation: key => product.locate(...path, 'annotations', key),
  };
}

/** Every Service that the manifests add to those of the charts. */
export function manifestServices(
  manifests: readonly SourceDocument[],
): Service[] {
  return objectsOf(manifests)
    .filter(({ kind, apiVersion }) => kind === 'Service' && apiVersion === 'v1')
    .map(object => ({
      id: `Service ${object.name}`,
      type: textOf(object.get('spec', 'type')) ?? 'ClusterIP',
      annotations: textMap(object.get('metadata', 'annotations')),
      ports: listOf(object.get('spec', 'ports')).flatMap((port, index) =>
        isRecord(port)
          ? toPort(port, object.locate('spec', 'ports', index, 'port'))
          : [],
      ),
      loadBalancerClass: textOf(object.get('spec', 'loadBalancerClass')),
      sourceRanges: textsOf(object.get('spec', 'loadBalancerSourceRanges')),
      selector: recordOf(object.get('spec', 'selector')),
      location: object.locate('spec', 'type'),
      locateAnnotation: key => object.locate('metadata', 'annotations', key),
    }));
}

/** The port of the Service that leads to a port of the pods. */
export function portLeadingTo(
  service: Service,
  port: number,
): ServicePort | undefined {
  return service.ports.find(({ targetPort }) => targetPort === port);
}

function toPort(
  port: Readonly<Record<string, unknown>>,
  location: Location,
): ServicePort[] {
  if (typeof port.port !== 'number') return [];
  const target = port.targetPort;
  return [
    {
      name: String(port.name ?? ''),
      port: port.port,
      targetPort:
        typeof target === 'number' || typeof target === 'string'
          ? target
          : port.port,
      location,
    },
  ];
}

function textMap(value: unknown): Record<string, string> {
  return Object.fromEntries(
    Object.entries(recordOf(value))
      .filter(([, text]) => text !== null && text !== undefined)
      .map(([key, text]) => [key, String(text)]),
  );
}
