import type { Kind } from '../kinds';
import { apiVersionOf } from '../kinds';
import type { ListedObject } from '../readObjects';
import { type Owner, controllerOf, isRead } from './owner';
import {
  type PodTemplate,
  type TemplateHolder,
  imagesOf,
  templateOf,
} from './podSpec';
import type { Sighting } from './workloadClasses';

/**
 * An object that makes pods, under the owner that answers for it: the object itself, or a controller whose kind is
 * not read, such as a custom resource.
 */
export function sightingOf(
  kind: Kind,
  object: Pick<ListedObject, 'metadata'> & TemplateHolder,
  {
    template = templateOf(object),
    desiredPods,
  }: { template?: PodTemplate; desiredPods: number },
): Sighting {
  return {
    owner: ownerOf(kind, object),
    namespace: object.metadata.namespace ?? '',
    images: imagesOf(template.spec),
    labels: template.metadata?.labels ?? {},
    desiredPods,
  };
}

/** Pods that a Deployment and its like ask for; one where the number is left out. */
export function replicasOf({ spec }: ListedObject): number {
  return typeof spec?.replicas === 'number' ? spec.replicas : 1;
}

function ownerOf(
  kind: Kind,
  { metadata }: Pick<ListedObject, 'metadata'>,
): Owner {
  const controller = controllerOf(metadata);
  if (controller && !isReadAnywhere(controller)) return controller;
  const { name } = metadata;
  return { apiVersion: apiVersionOf(kind), kind: kind.kind, name };
}

/** A Deployment that says a ReplicaSet made it would hide behind that; so it stands for itself. */
function isReadAnywhere(controller: Owner): boolean {
  return ['Pod', 'ReplicaSet', 'Job'].some(kind => isRead(kind, controller));
}
