import { listOf, recordOf, textOf } from '../../plain/plain';
import type { Workload } from '../../release/workload';
import { readSourceDocuments } from '../../sourceDocument';
import { containersOf } from './containerPorts';

/** The ports on which Envoy listens and to which it passes connections on. */
export interface EnvoyPorts {
  listens: number[];
  forwards: number[];
  detail: string;
}

/**
 * What Envoy is told: by the variable `service_listeners` of the chart, `name:port,…`, where it forwards to the same
 * port, or by a configuration of its own. `undefined` where neither shows it.
 */
export function liveEnvoyListeners(
  envoy: Workload,
  configuration: string | undefined,
): EnvoyPorts | undefined {
  const variable = containersOf(envoy)
    .flatMap(({ env }) => listOf(env).map(recordOf))
    .find(({ name }) => textOf(name)?.toLowerCase() === 'service_listeners');
  const text = textOf(variable?.value);
  if (text !== undefined) {
    const numbers = text
      .split(',')
      .map(listener => Number(listener.trim().split(':').at(-1)));
    const detail = `service_listeners of Envoy is ${text}`;
    return { listens: numbers, forwards: numbers, detail };
  }
  return configuration === undefined ? undefined : inFile(configuration);
}

/** https://www.envoyproxy.io/docs/envoy/latest/configuration/overview/examples */
function inFile(configuration: string): EnvoyPorts | undefined {
  const documents = readSourceDocuments('envoy.yaml', configuration);
  if (!documents.ok) return undefined;
  const resources = documents.value.map(document =>
    recordOf(document.get('static_resources')),
  );
  const listeners = resources.flatMap(({ listeners: list }) => listOf(list));
  const clusters = resources.flatMap(({ clusters: list }) => listOf(list));
  const listens = listeners.flatMap(listener =>
    portOf(recordOf(listener).address),
  );
  const forwards = clusters
    .map(cluster => recordOf(recordOf(cluster).load_assignment).endpoints)
    .flatMap(endpoints => listOf(endpoints))
    .flatMap(locality => listOf(recordOf(locality).lb_endpoints))
    .flatMap(each => portOf(recordOf(recordOf(each).endpoint).address));
  if (listens.length === 0) return undefined;
  const detail = `Envoy’s configuration listens on ${listens.join(', ')} and forwards to ${forwards.join(', ')}`;
  return { listens, forwards, detail };
}

function portOf(address: unknown): number[] {
  const port = recordOf(recordOf(address).socket_address).port_value;
  return typeof port === 'number' ? [port] : [];
}
