import type { KubernetesJson } from '@scalardl-on-eks/plugin-scalardl-common';
import { DAEMON_SETS, reads } from '../kinds';
import { kubernetesCollector } from '../kubernetesCollector';
import { oncePerReader } from '../oncePerReader';
import { type ListedObject, foldObjects, objectOf } from '../readObjects';
import { sightingOf } from './sighting';
import { WorkloadClasses } from './workloadClasses';

interface DaemonSets {
  classes: WorkloadClasses;
  objects: KubernetesJson[];
}

export const readDaemonSets = oncePerReader(reader =>
  foldObjects<ListedObject, DaemonSets>(reader, DAEMON_SETS, {
    start: () => ({ classes: new WorkloadClasses(), objects: [] }),
    add({ classes, objects }, listed) {
      const { desiredNumberScheduled = 0 } = (listed.status ?? {}) as {
        desiredNumberScheduled?: number;
      };
      classes.add(
        sightingOf(DAEMON_SETS, listed, {
          desiredPods: desiredNumberScheduled,
        }),
      );
      objects.push(objectOf(DAEMON_SETS, listed));
    },
  }),
);

export const daemonSets = kubernetesCollector({
  fact: 'daemonSets',
  kubernetes: reads('list', DAEMON_SETS),
  collect: async reader => (await readDaemonSets(reader)).objects,
});
