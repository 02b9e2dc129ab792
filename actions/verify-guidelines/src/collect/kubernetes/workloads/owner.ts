import type { KubernetesJson } from '@scalardl-on-eks/plugin-scalardl-common';

/** What makes pods: the object itself, or the one that made it. */
export interface Owner {
  apiVersion: string;
  kind: string;
  name: string;
}

type OwnerReference = Owner & { controller?: boolean };

/**
 * Which kinds are read anyway and make objects of a kind, by group and kind: what they made is not counted again.
 * Only these pairs: a reference to something else that is read proves nothing, as nobody keeps it true.
 */
const MAKERS: Readonly<Record<string, readonly string[]>> = {
  Pod: [
    'ReplicationController',
    'apps ReplicaSet',
    'apps StatefulSet',
    'apps DaemonSet',
    'batch Job',
  ],
  ReplicaSet: ['apps Deployment'],
  Job: ['batch CronJob'],
};

/** The one owner that looks after the object; `undefined` where it stands for itself. */
export function controllerOf(
  metadata: KubernetesJson['metadata'],
): Owner | undefined {
  const references = (metadata.ownerReferences ?? []) as OwnerReference[];
  const found = references.find(({ controller }) => controller);
  if (!found) return undefined;
  const { apiVersion, kind, name } = found;
  return { apiVersion, kind, name };
}

/** Whether the controller of an object of this kind is listed itself. */
export function isRead(kind: string, controller: Owner): boolean {
  const [group, version] = controller.apiVersion.split('/');
  const title = version ? `${group} ${controller.kind}` : controller.kind;
  return MAKERS[kind]?.includes(title) ?? false;
}
