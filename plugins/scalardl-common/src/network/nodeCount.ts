/** Fewest nodes and pods of a side, from Scalar's production checklist. */
export const FEWEST_NODES = 3;

/** A node more than the pods need, so that one can be replaced while all pods run. */
const SPARE_NODES = 1;

export interface NodeCountQuery {
  /** Product pods that a node holds, 1 or more. */
  podsPerNode: number;
  replicas: number;
  /** Most replicas under a HorizontalPodAutoscaler; the replicas themselves without one. */
  maxReplicas?: number;
  /** `maxSurge` of the Deployment: a number of pods, or a percentage such as `25%`. */
  maxSurge?: number | string;
}

/** How many nodes the product pods of a side need, with the terms that lead to it. */
export interface NodeCount {
  /** Nodes that hold the replicas. */
  steady: number;
  /** Pods that a roll-out adds before it removes old ones. */
  surgePods: number;
  /** Most product pods at one time. */
  peakPods: number;
  spareNodes: number;
  /** Smallest sufficient `maxSize` of the node group. */
  neededMaximum: number;
}

export function nodeCount(query: NodeCountQuery): NodeCount {
  const { podsPerNode, replicas, maxReplicas = replicas, maxSurge = 0 } = query;
  if (podsPerNode < 1)
    throw new RangeError(
      `podsPerNode must be 1 or more, received ${podsPerNode}`,
    );
  const steady = Math.max(FEWEST_NODES, Math.ceil(replicas / podsPerNode));
  const surgePods = rolloutSurge(maxReplicas, maxSurge);
  const peakPods = maxReplicas + surgePods;
  return {
    steady,
    surgePods,
    peakPods,
    spareNodes: SPARE_NODES,
    neededMaximum: Math.max(
      steady,
      Math.ceil(peakPods / podsPerNode) + SPARE_NODES,
    ),
  };
}

/** Pods above the replicas during a roll-out; Kubernetes rounds a percentage up. */
export function rolloutSurge(
  replicas: number,
  maxSurge: number | string,
): number {
  if (typeof maxSurge === 'number') return maxSurge;
  const share = Number.parseFloat(maxSurge);
  if (!maxSurge.endsWith('%')) return share;
  return Math.ceil((replicas * share) / 100);
}
