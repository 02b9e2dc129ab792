import type { Fact } from '../../fact';
import type { Certainty } from '../../kubernetes/certainty';
import { type PlainRecord, listOf, recordOf, textOf } from '../../plain/plain';
import { readSourceDocuments } from '../../sourceDocument';
import type { ConfiguredPod } from './configuredPods';

/** Callers of Envoy are downstream, the product behind it is upstream. */
export type Direction = 'downstream' | 'upstream';

export interface EnvoyTls {
  answer: Certainty;
  detail: string;
}

/**
 * Whether Envoy encrypts in a direction: by the variable that the chart sets, or by a configuration of its own in a
 * ConfigMap. Without both Scalar's image talks in clear text.
 */
export function envoyTls(
  { title, container }: ConfiguredPod,
  direction: Direction,
  configuration: Fact<string | undefined>,
): EnvoyTls {
  const name = `envoy_${direction}_tls`;
  const variable = listOf(container.env)
    .map(recordOf)
    .findLast(one => one.name === name);
  if (variable) return byVariable(name, variable);
  if (!configuration.ok) {
    return { answer: 'unknown', detail: configuration.reason };
  }
  return configuration.value === undefined
    ? { answer: 'no', detail: `${name} of ${title} is not set, so false` }
    : byConfiguration(configuration.value, direction);
}

function byVariable(name: string, { value, valueFrom }: PlainRecord): EnvoyTls {
  if (valueFrom) {
    return { answer: 'unknown', detail: `${name} is set from elsewhere` };
  }
  const text = textOf(value) ?? '';
  const answer = text === 'true' ? 'yes' : 'no';
  return { answer, detail: `${name} is ${JSON.stringify(text)}` };
}

/** https://www.envoyproxy.io/docs/envoy/latest/start/quick-start/securing */
function byConfiguration(text: string, direction: Direction): EnvoyTls {
  const documents = readSourceDocuments('envoy.yaml', text);
  const ends = documents.ok
    ? documents.value
        .map(document => recordOf(document.get('static_resources')))
        .flatMap(direction === 'downstream' ? chainsOf : clustersOf)
    : [];
  if (ends.length === 0) {
    const detail = `Envoy’s own configuration shows no ${direction} connection`;
    return { answer: 'unknown', detail };
  }
  const clear = ends.filter(end => end.transport_socket === undefined);
  return clear.length === 0
    ? {
        answer: 'yes',
        detail: `Envoy’s own configuration has TLS ${direction}`,
      }
    : {
        answer: 'no',
        detail: `Envoy’s own configuration has ${clear.length} ${direction} connections without transport_socket`,
      };
}

function chainsOf({ listeners }: PlainRecord): PlainRecord[] {
  return listOf(listeners)
    .flatMap(listener => listOf(recordOf(listener).filter_chains))
    .map(recordOf);
}

function clustersOf({ clusters }: PlainRecord): PlainRecord[] {
  return listOf(clusters).map(recordOf);
}
