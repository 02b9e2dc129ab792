import type { KubernetesReader } from '@scalardl-on-eks/action-toolkit/kubernetes';
import type { Kind } from '../kinds';
import { REPLICA_SETS, REPLICATION_CONTROLLERS, STATEFUL_SETS } from '../kinds';
import { type ListedObject, foldObjects } from '../readObjects';
import { controllerOf, isRead } from './owner';
import { replicasOf, sightingOf } from './sighting';
import { WorkloadClasses } from './workloadClasses';

/** What StatefulSets, ReplicationControllers and ReplicaSets ask for. */
export function readReplicated(
  reader: KubernetesReader,
): Promise<WorkloadClasses>[] {
  return [
    fold(reader, STATEFUL_SETS),
    fold(reader, REPLICATION_CONTROLLERS),
    readReplicaSets(reader),
  ];
}

/**
 * Deployments keep ten ReplicaSets each, so nearly all of them say nothing new; only where one has no Deployment
 * are they read whole.
 */
async function readReplicaSets(
  reader: KubernetesReader,
): Promise<WorkloadClasses> {
  const { anyOwn } = await foldObjects<
    Pick<ListedObject, 'metadata'>,
    { anyOwn: boolean }
  >(reader, REPLICA_SETS, {
    metadataOnly: true,
    start: () => ({ anyOwn: false }),
    add(found, { metadata }) {
      found.anyOwn ||= isOwn(metadata);
    },
  });
  return anyOwn ? fold(reader, REPLICA_SETS) : new WorkloadClasses();
}

function fold(reader: KubernetesReader, kind: Kind): Promise<WorkloadClasses> {
  return foldObjects<ListedObject, WorkloadClasses>(reader, kind, {
    start: () => new WorkloadClasses(),
    add(classes, object) {
      if (kind === REPLICA_SETS && !isOwn(object.metadata)) return;
      const desiredPods = replicasOf(object);
      classes.add(sightingOf(kind, object, { desiredPods }));
    },
  });
}

function isOwn(metadata: ListedObject['metadata']): boolean {
  const controller = controllerOf(metadata);
  return !controller || !isRead(REPLICA_SETS.kind, controller);
}
