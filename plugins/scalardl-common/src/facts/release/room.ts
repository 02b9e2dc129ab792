import {
  type Load,
  type Resources,
  SYSTEM_LOAD,
  podsPerNode,
} from '../../network/capacity';
import { type Fact, read, unreadable } from '../fact';
import type { SourceDocument } from '../sourceDocument';
import { type PoolMember, nodePool } from './nodePool';
import { maximumReplicas } from './replicas';
import { requestsOf } from './requests';
import { rolloutOf } from './rollout';
import { spreadOver } from './spread';
import type { Workload } from './workload';

/** Whether the nodes hold a workload's pods. */
export interface Room {
  /** Most pods that there may be, outside of a roll-out. */
  replicas: number;
  /** Pods that must fit at once so that a roll-out can proceed; `undefined` where Kubernetes refuses the strategy. */
  needed: number | undefined;
  /** Pods that the nodes hold. */
  most: number;
  nodes: number;
}

export interface RoomQuery {
  clusterConfig: SourceDocument;
  manifests: readonly SourceDocument[];
  workload: Workload;
  /** The other workload, all of whose pods run on the same nodes. */
  beside: Workload | undefined;
  /** Whether something adds nodes, up to the largest size of each group. */
  grows: boolean;
}

/** How many pods there are and how many the nodes hold, beside the system's pods and those of the other workload. */
export function roomFor(query: RoomQuery): Fact<Room> {
  const { workload, beside, manifests, clusterConfig } = query;
  const replicas = maximumReplicas(workload, manifests);
  const pod = requestsOf(workload);
  if (replicas === undefined || !pod)
    return unreadable(
      `the number or the resources of ${workload.title} pods are not known`,
    );
  const others = beside ? otherPods(beside, manifests) : undefined;
  if (beside && !others)
    return unreadable(
      `the number or the resources of ${beside.title} pods are not known`,
    );
  const pool = nodePool(clusterConfig, query);
  if (!pool.ok) return pool;
  const most = poolCapacity(pool.value, {
    pod,
    others,
    apart: spreadOver(workload, 'kubernetes.io/hostname').required,
  });
  return read(
    {
      replicas,
      needed: neededPods(workload, replicas),
      most,
      nodes: pool.value.reduce((total, { count }) => total + count, 0),
    },
    clusterConfig.path,
  );
}

/** Where no pod may be missing, the first new one must find room before an old one goes. */
function neededPods(workload: Workload, replicas: number): number | undefined {
  const rollout = rolloutOf(workload, replicas);
  if (!rollout) return undefined;
  return rollout.unavailable === 0 ? replicas + 1 : replicas;
}

interface OtherPods {
  title: string;
  pods: number;
  request: Resources;
}

function otherPods(
  workload: Workload,
  manifests: readonly SourceDocument[],
): OtherPods | undefined {
  const pods = maximumReplicas(workload, manifests);
  const request = requestsOf(workload);
  return pods === undefined || !request
    ? undefined
    : { title: workload.title, pods, request };
}

interface Demand {
  pod: Resources;
  others: OtherPods | undefined;
  /** One pod a node at most. */
  apart: boolean;
}

/**
 * How many pods the nodes hold at least, whichever of its types each group starts. The other workload's pods
 * are spread evenly; where they do not come out even, the nodes with one more cost the most that they can.
 */
function poolCapacity(
  pool: readonly PoolMember[],
  { pod, others, apart }: Demand,
): number {
  const shared = pool
    .filter(member => member.shared)
    .reduce((total, { count }) => total + count, 0);
  const pods = others && shared > 0 ? others.pods : 0;
  const each = Math.floor(pods / Math.max(1, shared));
  const held = (member: PoolMember, beside: number) => {
    const load = others && member.shared ? [loadOf(others, beside)] : [];
    const perNode = Math.min(
      ...member.types.map(
        instance =>
          podsPerNode({ instance, pod, loads: [SYSTEM_LOAD, ...load] }).pods,
      ),
    );
    return apart ? Math.min(1, perNode) : perNode;
  };
  const total = pool.reduce(
    (sum, member) => sum + member.count * held(member, each),
    0,
  );
  const fuller = pods - each * shared;
  const loss = Math.max(
    0,
    ...pool.map(member =>
      Number.isFinite(held(member, each))
        ? held(member, each) - held(member, each + 1)
        : 0,
    ),
  );
  return Math.max(0, total - fuller * loss);
}

function loadOf({ title, request }: OtherPods, pods: number): Load {
  return {
    name: title,
    cpuMillis: request.cpuMillis * pods,
    memoryMiB: request.memoryMiB * pods,
  };
}
