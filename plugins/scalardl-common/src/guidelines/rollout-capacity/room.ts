import { type PoolMember, nodePool } from '../../facts/release/nodePool';
import { maximumReplicas } from '../../facts/release/replicas';
import { requestsOf } from '../../facts/release/requests';
import { rolloutOf } from '../../facts/release/rollout';
import { spreadOver } from '../../facts/release/spread';
import type { Workload } from '../../facts/release/workload';
import type { SourceDocument } from '../../facts/sourceDocument';
import {
  type Load,
  type Resources,
  SYSTEM_LOAD,
  podsPerNode,
} from '../../network/capacity';
import type { Subject } from '../../report/report';

interface Room {
  clusterConfig: SourceDocument;
  manifests: readonly SourceDocument[];
  workloads: { product: Workload; envoy: Workload | undefined };
  /** Whether something adds nodes, up to the largest size of each group. */
  grows: boolean;
}

/** One subject for the product and one for Envoy, each beside all pods of the other. */
export function judgeRoom(room: Room): Subject[] {
  const { product, envoy } = room.workloads;
  return [
    judgeWorkload(room, { workload: product, beside: envoy }),
    ...(envoy
      ? [judgeWorkload(room, { workload: envoy, beside: product })]
      : []),
  ];
}

interface Couple {
  workload: Workload;
  beside: Workload | undefined;
}

function judgeWorkload(room: Room, couple: Couple): Subject {
  const { workload, beside } = couple;
  const id = workload.title;
  const location = workload.locate('strategy', 'rollingUpdate');
  const open = (detail: string): Subject => ({
    id,
    verdict: 'unknown',
    detail,
    location,
  });
  const replicas = maximumReplicas(workload, room.manifests);
  const pod = requestsOf(workload);
  if (replicas === undefined)
    return open(`how many ${id} pods there may be is not known`);
  if (!pod) return open(`the resources of ${id} are no quantities`);
  const rollout = rolloutOf(workload, replicas);
  if (!rollout) {
    const detail = `Kubernetes refuses the strategy of ${id}: neither a whole number nor a percentage`;
    return { id, verdict: 'fail', detail, location };
  }
  const others = beside ? otherPods(beside, room.manifests) : undefined;
  if (beside && !others)
    return open(`how much ${beside.title} asks for is not known`);
  const pool = nodePool(room.clusterConfig, { ...couple, grows: room.grows });
  if (!pool.ok) return open(pool.reason);
  const most = poolCapacity(pool.value, {
    pod,
    others,
    apart: spreadOver(workload, 'kubernetes.io/hostname').required,
  });
  // Without a pod that may be missing, the first new pod must find room before an old one goes.
  const needed = rollout.unavailable === 0 ? replicas + 1 : replicas;
  return {
    id,
    verdict: most >= needed ? 'pass' : 'fail',
    detail: describe(id, { replicas, needed, most, nodes: pool.value }),
    location,
  };
}

function describe(
  id: string,
  {
    replicas,
    needed,
    most,
    nodes,
  }: {
    replicas: number;
    needed: number;
    most: number;
    nodes: readonly PoolMember[];
  },
): string {
  const count = nodes.reduce((total, member) => total + member.count, 0);
  const surge = needed > replicas ? ' and one more during a roll-out' : '';
  const room = Number.isFinite(most) ? `${most}` : 'any number';
  return `${replicas} ${id} pods${surge}; ${count} nodes hold ${room}`;
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

/** How many pods the nodes hold at least, whichever of its types each group starts. */
function poolCapacity(
  pool: readonly PoolMember[],
  {
    pod,
    others,
    apart,
  }: { pod: Resources; others: OtherPods | undefined; apart: boolean },
): number {
  const sharedNodes = pool
    .filter(({ shared }) => shared)
    .reduce((total, { count }) => total + count, 0);
  return pool.reduce((total, { types, shared, count }) => {
    const loads = [
      SYSTEM_LOAD,
      ...(others && shared ? [loadOf(others, sharedNodes)] : []),
    ];
    const perNode = Math.min(
      ...types.map(instance => podsPerNode({ instance, pod, loads }).pods),
    );
    return total + (apart ? Math.min(1, perNode) : perNode) * count;
  }, 0);
}

/** Pods of the other workload on the fullest node, where they are spread evenly. */
function loadOf({ title, pods, request }: OtherPods, nodes: number): Load {
  const perNode = Math.ceil(pods / nodes);
  return {
    name: title,
    cpuMillis: request.cpuMillis * perNode,
    memoryMiB: request.memoryMiB * perNode,
  };
}
