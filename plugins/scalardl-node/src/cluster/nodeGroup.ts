import { createHash } from 'node:crypto';
import type { SideModel } from '../side/sideModel';

/** Raise when this file changes a property that a managed node group cannot change in place. */
const GENERATION = 1;

/** The managed node group of one side. */
export function nodeGroup(model: SideModel): Record<string, unknown> {
  const { spec, product, environment } = model;
  const { nodes } = spec;
  return {
    name: nodeGroupName(model),
    amiFamily: nodes.amiFamily,
    instanceTypes: nodes.instanceTypes,
    minSize: nodes.min,
    desiredCapacity: nodes.desired,
    maxSize: nodes.max,
    privateNetworking: true,
    volumeType: 'gp3',
    volumeSize: nodes.volumeSizeGiB,
    volumeEncrypted: true,
    disableIMDSv1: true,
    labels: { 'scalar-labs.com/dedicated-node': product.release },
    tags: { 'scalardl-on-eks/environment': environment.metadata.name },
    propagateASGTags: true,
    updateConfig: { maxUnavailable: 1 },
    nodeRepairConfig: { enabled: true },
  };
}

/** A node group's type, volume and image family are immutable, so its name changes with them. */
function nodeGroupName({ side, spec }: SideModel): string {
  const { amiFamily, instanceTypes, volumeSizeGiB } = spec.nodes;
  const immutable = JSON.stringify([
    GENERATION,
    amiFamily,
    instanceTypes,
    volumeSizeGiB,
  ]);
  const digest = createHash('sha256').update(immutable).digest('hex');
  return `${side}-v${GENERATION}-${digest.slice(0, 8)}`;
}
