import { PODS } from '../kinds';
import { oncePerReader } from '../oncePerReader';
import { isProduct } from '../product/isProduct';
import { type ListedPod, hasEnded } from '../product/listedPod';
import { foldObjects } from '../readObjects';
import { controllerOf, isRead } from './owner';
import { type Seen, newSeen } from './seen';
import { sightingOf } from './sighting';

interface SeenPods extends Seen {
  /** Whole ones, of the product only. */
  product: ListedPod[];
}

/** The longest list of a cluster; it is read once, and what is kept of it does not grow with it. */
export const readPods = oncePerReader(reader =>
  foldObjects<ListedPod, SeenPods>(reader, PODS, {
    start: () => ({ ...newSeen(), product: [] }),
    add({ own, made, product }, pod) {
      const controller = controllerOf(pod.metadata);
      const ended = hasEnded(pod);
      const sighting = sightingOf(PODS, pod, {
        template: { metadata: pod.metadata, spec: pod.spec },
        desiredPods: ended ? 0 : 1,
      });
      if (isProduct(sighting)) product.push(pod);
      if (!controller || !isRead(PODS.kind, controller)) own.add(sighting);
      else if (!ended) made.add({ ...sighting, owner: controller });
    },
  }),
);
