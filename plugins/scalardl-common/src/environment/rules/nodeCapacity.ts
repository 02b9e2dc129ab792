import { PRODUCT_POD, type Resources } from '../../network/capacity';
import { nodeCount } from '../../network/nodeCount';
import { valueAt } from '../source/valueAt';
import { type PodRoom, podRoom } from './podRoom';
import { type Breach, type Rule, type SideEntry, sidesOf } from './rule';

/**
 * The nodes hold the pods of the product and of Envoy: those at the start, and the most that an autoscaler
 * and a roll-out make while one node is replaced.
 */
export const nodeCapacity: Rule = environment =>
  sidesOf(environment).flatMap(entry => {
    const room = podRoom(entry.parts);
    if (!room || hasOverlay(entry)) return [];
    if (room.perNode.pods === 0) return [noPodFits(entry, room)];
    return [...atStart(entry, room), ...atMost(entry, room)];
  });

function noPodFits(
  { path, name, parts }: SideEntry,
  { perNode }: PodRoom,
): Breach {
  return {
    path: [...path, 'nodes', 'instanceTypes'],
    guideline: 'rollout-capacity',
    expected: `nodes that hold one ${name} pod of ${inWords(PRODUCT_POD)} beside an Envoy pod and the system pods`,
    received: `${parts.nodes?.instanceTypes?.join(', ')}, which leaves ${inWords(perNode.free)}`,
    remedy: 'Choose a larger type, such as m7i.xlarge.',
  };
}

function inWords({ cpuMillis, memoryMiB }: Resources): string {
  const cpus = Math.max(0, cpuMillis) / 1000;
  const gibibytes = Math.max(0, memoryMiB) / 1024;
  return `${Number(cpus.toFixed(2))} vCPU and ${Number(gibibytes.toFixed(1))} GiB`;
}

function atStart({ parts, path, name }: SideEntry, room: PodRoom): Breach[] {
  const { replicas, envoyReplicas } = parts.pods ?? {};
  const desired = parts.nodes?.desired;
  if (replicas === undefined || desired === undefined) return [];
  const needed = room.nodesFor(replicas);
  if (desired >= needed) return [];
  return [
    {
      path: [...path, 'nodes', 'desired'],
      guideline: 'rollout-capacity',
      expected: `${needed} or more, for ${replicas} ${name} pods and ${envoyReplicas} Envoy pods`,
      received: `${desired}`,
      remedy:
        'Raise nodes.desired, lower pods.replicas or pods.envoyReplicas, or choose larger types.',
    },
  ];
}

function atMost(entry: SideEntry, room: PodRoom): Breach[] {
  const { parts, path, name } = entry;
  const { replicas, autoscaling } = parts.pods ?? {};
  const max = parts.nodes?.max;
  const maxReplicas = autoscaling ? autoscaling.maxReplicas : replicas;
  if (replicas === undefined || max === undefined || maxReplicas === undefined)
    return [];
  const { peakPods, spareNodes } = nodeCount({
    podsPerNode: room.perNode.pods,
    replicas,
    maxReplicas: Math.max(replicas, maxReplicas),
    maxSurge: surgeOf(entry),
  });
  const needed = room.nodesFor(peakPods) + spareNodes;
  if (max >= needed) return [];
  return [
    {
      path: [...path, 'nodes', 'max'],
      guideline: autoscaling
        ? 'pod-autoscaling-fits-node-groups'
        : 'rollout-capacity',
      expected: `${needed} or more, for ${peakPods} ${name} pods at most and ${spareNodes} node being replaced`,
      received: `${max}`,
      remedy: `Raise nodes.max, lower ${autoscaling ? 'pods.autoscaling.maxReplicas' : 'pods.replicas'}, or choose larger types.`,
    },
  ];
}

/** Whether an overlay gives the pods other sizes or other nodes: the plan stage then judges what comes out. */
function hasOverlay({ parts, side }: SideEntry): boolean {
  const product = valueAt(parts.values?.scalardl, [side]);
  return (
    valueAt(parts.eksctl, ['managedNodeGroups']) !== undefined ||
    valueAt(parts.values?.scalardl, ['envoy']) !== undefined ||
    valueAt(product, ['resources']) !== undefined ||
    valueAt(product, ['replicaCount']) !== undefined
  );
}

/** The generated values add no pod during a roll-out; an overlay may say otherwise. */
function surgeOf({ parts, side }: SideEntry): number | string {
  const key = [side, 'strategy', 'rollingUpdate', 'maxSurge'];
  const surge = valueAt(parts.values?.scalardl, key);
  if (typeof surge === 'number')
    return Number.isInteger(surge) && surge > 0 ? surge : 0;
  return typeof surge === 'string' && /^\d{1,3}%?$/.test(surge) ? surge : 0;
}
