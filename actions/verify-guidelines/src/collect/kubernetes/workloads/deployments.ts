import type { KubernetesJson } from '@scalardl-on-eks/plugin-scalardl-common';
import { DEPLOYMENTS } from '../kinds';
import { oncePerReader } from '../oncePerReader';
import { isProduct } from '../product/isProduct';
import { isTool } from '../product/isTool';
import { type ListedObject, foldObjects, objectOf } from '../readObjects';
import { replicasOf, sightingOf } from './sighting';
import { WorkloadClasses } from './workloadClasses';

interface Deployments {
  classes: WorkloadClasses;
  product: KubernetesJson[];
  tools: KubernetesJson[];
}

/** Deployments grow with the applications of a cluster; whole ones are kept of the product and of tools only. */
export const readDeployments = oncePerReader(reader =>
  foldObjects<ListedObject, Deployments>(reader, DEPLOYMENTS, {
    start: () => ({ classes: new WorkloadClasses(), product: [], tools: [] }),
    add({ classes, product, tools }, listed) {
      const desiredPods = replicasOf(listed);
      const sighting = sightingOf(DEPLOYMENTS, listed, { desiredPods });
      classes.add(sighting);
      const deployment = objectOf(DEPLOYMENTS, listed);
      if (isProduct(sighting)) product.push(deployment);
      else if (isTool(sighting)) tools.push(deployment);
    },
  }),
);
