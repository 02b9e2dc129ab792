import {
  ENVOY_LOAD,
  type PodsPerNode,
  SYSTEM_LOAD,
  podsPerNode,
} from '../../network/capacity';
import { knownTypes } from './knownTypes';
import type { SideParts } from './rule';

/** How many product pods the nodes of a side hold, whichever of its instance types they are. */
export interface PodRoom {
  /** What a node holds beside one Envoy pod. */
  perNode: PodsPerNode;
  /** Fewest nodes that hold so many product pods and every Envoy pod. */
  nodesFor(pods: number): number;
}

/** `undefined` where the instance types or the number of Envoy pods cannot be told. */
export function podRoom(parts: SideParts): PodRoom | undefined {
  const envoys = parts.pods?.envoyReplicas;
  const perNode = beside(parts, 1);
  if (envoys === undefined || !perNode) return undefined;
  return {
    perNode,
    nodesFor: pods => {
      let nodes = Math.ceil(pods / perNode.pods);
      while (pods > nodes * heldBeside(parts, Math.ceil(envoys / nodes)))
        nodes += 1;
      return nodes;
    },
  };
}

function heldBeside(parts: SideParts, envoys: number): number {
  return beside(parts, envoys)?.pods ?? 0;
}

/** What the smallest of the types holds beside so many Envoy pods, as many as the fullest node has. */
function beside(parts: SideParts, envoys: number): PodsPerNode | undefined {
  const loads = [
    SYSTEM_LOAD,
    ...Array.from({ length: envoys }, () => ENVOY_LOAD),
  ];
  return knownTypes(parts)
    .map(instance => podsPerNode({ instance, loads }))
    .sort((one, other) => one.pods - other.pods)[0];
}
