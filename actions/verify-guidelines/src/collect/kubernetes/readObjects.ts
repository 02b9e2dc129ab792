import {
  KubernetesError,
  type Folding,
  type KubernetesReader,
} from '@scalardl-on-eks/action-toolkit/kubernetes';
import type { KubernetesJson } from '@scalardl-on-eks/plugin-scalardl-common';
import { type Kind, apiVersionOf, pathOf } from './kinds';

/** What stands in a list, where Kubernetes leaves out of what kind its items are. */
export type ListedObject = Omit<KubernetesJson, 'apiVersion' | 'kind'>;

type ObjectFolding<Item, Value> = Folding<Item, Value> & {
  namespace?: string;
};

/**
 * Folds all objects of a kind; nothing is added where the cluster does not know the kind.
 *
 * @throws KubernetesError
 */
export async function foldObjects<Item, Value>(
  reader: KubernetesReader,
  kind: Kind,
  folding: ObjectFolding<Item, Value>,
): Promise<Value> {
  const path = pathOf(kind, { namespace: folding.namespace });
  try {
    return await reader.fold(path, folding);
  } catch (error) {
    if (kind.builtIn || !isNotFound(error)) throw error;
    await confirmUnknown(reader, kind);
    return folding.start();
  }
}

/**
 * All objects of the kinds that may be kept.
 *
 * @throws KubernetesError
 */
export async function readObjects(
  reader: KubernetesReader,
  kinds: readonly Kind[],
  {
    namespace,
    keep = () => true,
  }: { namespace?: string; keep?: (object: KubernetesJson) => boolean } = {},
): Promise<KubernetesJson[]> {
  const lists = kinds.map(kind =>
    foldObjects<ListedObject, KubernetesJson[]>(reader, kind, {
      namespace,
      start: () => [],
      add(kept, listed) {
        const object = objectOf(kind, listed);
        if (keep(object)) kept.push(object);
      },
    }),
  );
  return (await Promise.all(lists)).flat();
}

/**
 * One object, `undefined` where there is none of this name.
 *
 * @throws KubernetesError
 */
export async function findObject<T extends ListedObject = KubernetesJson>(
  reader: KubernetesReader,
  kind: Kind,
  place: { namespace?: string; name: string },
): Promise<T | undefined> {
  try {
    const object = await reader.get<T>(pathOf(kind, place));
    return { ...object, metadata: withoutManagers(object.metadata) };
  } catch (error) {
    // Where no API of Kubernetes answers, not being found says nothing.
    if (isNotFound(error) && error.reason === 'NotFound') return undefined;
    throw error;
  }
}

/** The object as it would be read by name, without what only says who wrote which field. */
export function objectOf(kind: Kind, listed: ListedObject): KubernetesJson {
  return {
    apiVersion: apiVersionOf(kind),
    kind: kind.kind,
    ...listed,
    metadata: withoutManagers(listed.metadata),
  };
}

export function withoutManagers(
  metadata: KubernetesJson['metadata'] & { managedFields?: unknown },
): KubernetesJson['metadata'] {
  const { managedFields: _, ...rest } = metadata;
  return rest;
}

function isNotFound(error: unknown): error is KubernetesError {
  return error instanceof KubernetesError && error.status === 404;
}

interface Groups {
  groups?: { name: string; versions: { version: string }[] }[];
}

/** That a path is not found says nothing where the group has other versions, or where no API answers. */
async function confirmUnknown(
  reader: KubernetesReader,
  { group, version, resource }: Kind,
): Promise<void> {
  const { groups } = await reader.get<Groups>('/apis');
  if (!groups) {
    throw new Error(
      `Expected the list of API groups from GET /apis, received something else: is the address that of a Kubernetes API?`,
    );
  }
  const versions = groups
    .find(({ name }) => name === group)
    ?.versions.map(one => one.version);
  if (versions && !versions.includes(version)) {
    throw new Error(
      `Expected ${resource} of ${group}/${version}, received a cluster that has ${group} only as ${versions.join(', ')}.`,
    );
  }
}
