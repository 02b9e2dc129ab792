import { type PlainRecord, listOf, recordOf, textOf } from '../../plain/plain';

/** Where a container gets an environment variable from. */
export type VariableOrigin =
  | { from: 'secret'; detail: string }
  | { from: 'configMap'; detail: string }
  /** The value stands in the Deployment itself. */
  | { from: 'text'; detail: string }
  /** It is in one of several sources, and only their content tells in which. */
  | { from: 'several'; detail: string }
  | { from: 'nowhere'; detail: string };

/**
 * Where the variable comes from. A name in `env` wins over whole Secrets and ConfigMaps in `envFrom`
 * (https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#environment-variables).
 */
export function originOf(name: string, container: PlainRecord): VariableOrigin {
  const own = listOf(container.env)
    .map(recordOf)
    .findLast(one => one.name === name);
  return own ? ofEntry(own) : ofSources(name, container);
}

function ofEntry({ valueFrom }: PlainRecord): VariableOrigin {
  const { secretKeyRef, configMapKeyRef } = recordOf(valueFrom);
  if (secretKeyRef) {
    const secret = recordOf(secretKeyRef).name;
    return { from: 'secret', detail: `Secret ${String(secret)}` };
  }
  if (configMapKeyRef) {
    const map = recordOf(configMapKeyRef).name;
    return { from: 'configMap', detail: `ConfigMap ${String(map)}` };
  }
  return { from: 'text', detail: 'the Deployment itself' };
}

function ofSources(name: string, container: PlainRecord): VariableOrigin {
  const sources = listOf(container.envFrom)
    .map(recordOf)
    .filter(({ prefix }) => name.startsWith(textOf(prefix) ?? ''));
  const secrets = namesOf(sources, 'secretRef', 'Secret');
  const maps = namesOf(sources, 'configMapRef', 'ConfigMap');
  const detail = [...secrets, ...maps].join(' or ');
  if (secrets.length > 0 && maps.length > 0) return { from: 'several', detail };
  if (secrets.length > 0) return { from: 'secret', detail };
  if (maps.length > 0) return { from: 'configMap', detail };
  return { from: 'nowhere', detail: 'no Secret' };
}

function namesOf(
  sources: readonly PlainRecord[],
  key: 'secretRef' | 'configMapRef',
  title: string,
): string[] {
  return sources
    .filter(source => key in source)
    .map(source => `${title} ${String(recordOf(source[key]).name)}`);
}
