import { type Fact, read, unreadable } from '../../fact';
import { maximumReplicas } from '../../release/replicas';
import { requestsOf } from '../../release/requests';
import { rolloutOf } from '../../release/rollout';
import { spreadOver } from '../../release/spread';
import type { SourceDocument } from '../../sourceDocument';
import type { KubernetesJson, LiveNode, LivePod } from '../kubernetes';
import type { LiveWorkload } from '../product';
import type { NodeSource } from './nodeSources';
import { type Demand, podsOnNode } from './podsOnNode';
import { outOfService, suits } from './suitability';

/** Where the pods of a Deployment may stand, and beside what. */
export interface Surroundings {
  nodes: readonly LiveNode[];
  /** Groups to which nodes may be added. */
  growing: readonly NodeSource[];
  /** Pods of the product on the nodes, those of the Deployment itself left out. */
  others: readonly LivePod[];
  daemonSets: readonly KubernetesJson[];
  /** HorizontalPodAutoscalers of the namespace. */
  autoscalers: readonly SourceDocument[];
}

/** Whether the nodes hold a Deployment's pods. */
export interface LiveRoom {
  /** Most pods that there may be outside of a roll-out. */
  replicas: number;
  /** Pods that must fit at once so that a roll-out can proceed. */
  needed: number;
  /** Pods that the nodes of now hold. */
  now: number;
  /** Pods that they hold once every group has its largest size. */
  grown: number;
  /** Nodes that take the pods. */
  nodes: number;
}

/** How many pods there are to be and how many the nodes hold beside everything that stands on them. */
export function liveRoom(
  workload: LiveWorkload,
  surroundings: Surroundings,
): Fact<LiveRoom> {
  const { nodes, growing, autoscalers, ...beside } = surroundings;
  const replicas = maximumReplicas(workload, autoscalers);
  const pod = requestsOf(workload);
  const rollout =
    replicas === undefined ? undefined : rolloutOf(workload, replicas);
  if (replicas === undefined || !pod || !rollout) {
    return unreadable(
      `the number, the resources or the strategy of ${workload.title} pods cannot be read`,
    );
  }
  const { required: apart } = spreadOver(workload, 'kubernetes.io/hostname');
  const demand = { pod, apart, ...beside };
  const usable = nodes.filter(
    node => !outOfService(node) && suits(node, [workload]).answer === 'yes',
  );
  const now = usable.reduce((sum, node) => sum + podsOnNode(node, demand), 0);
  const added = growing
    .filter(source => source.suits([workload]) === 'yes')
    .map(source => addedBy(source, { usable, demand }));
  return read(
    {
      replicas,
      // Where no pod may be missing, the first new one must find room before an old one goes.
      needed: rollout.unavailable === 0 ? replicas + 1 : replicas,
      now,
      grown: added.reduce((sum, pods) => sum + pods, now),
      nodes: usable.length,
    },
    'nodes, pods and Deployments',
  );
}

/** What the nodes hold that a group may still add, empty but for the system, each like the smallest that it has. */
function addedBy(
  { max, nodes }: NodeSource,
  { usable, demand }: { usable: readonly LiveNode[]; demand: Demand },
): number {
  const like = nodes.filter(node => usable.includes(node));
  if (like.length === 0) return 0;
  const empty = like.map(node => podsOnNode(node, { ...demand, others: [] }));
  // A cordoned node is one of the group's, too.
  return Math.max(0, max - nodes.length) * Math.min(...empty);
}
