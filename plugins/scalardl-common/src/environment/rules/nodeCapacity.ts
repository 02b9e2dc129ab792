import {
  ENVOY_LOAD,
  PRODUCT_POD,
  type PodsPerNode,
  SYSTEM_LOAD,
  podsPerNode,
} from '../../network/capacity';
import { nodeCount } from '../../network/nodeCount';
import { valueAt } from '../source/valueAt';
import { knownTypes } from './knownTypes';
import { type Breach, type Rule, type SideEntry, sidesOf } from './rule';

/** The nodes hold the pods: Envoy and the product at the start, and the most pods that a roll-out or an autoscaler makes. */
export const nodeCapacity: Rule = environment =>
  sidesOf(environment).flatMap(entry => {
    const fullest = fewestPods(entry);
    if (!fullest) return [];
    if (fullest.pods === 0) return [noPodFits(entry, fullest)];
    return [...atStart(entry, fullest.pods), ...atMost(entry, fullest.pods)];
  });

/** What the smallest type of the node group holds, `undefined` where that cannot be told. */
function fewestPods({ parts }: SideEntry): PodsPerNode | undefined {
  const { envoyReplicas } = parts.pods ?? {};
  const { desired } = parts.nodes ?? {};
  if (envoyReplicas === undefined || desired === undefined) return undefined;
  const envoys = Math.ceil(envoyReplicas / desired);
  const loads = [
    SYSTEM_LOAD,
    ...Array.from({ length: envoys }, () => ENVOY_LOAD),
  ];
  return knownTypes(parts)
    .map(instance => podsPerNode({ instance, loads }))
    .sort((one, other) => one.pods - other.pods)[0];
}

function noPodFits(
  { path, side, parts }: SideEntry,
  { free, loads }: PodsPerNode,
): Breach {
  const others = loads.map(({ name }) => name).join(', ');
  return {
    path: [...path, 'nodes', 'instanceTypes'],
    expected: `nodes that hold a ${side} pod of ${inWords(PRODUCT_POD)} beside ${others}`,
    received: `${parts.nodes?.instanceTypes?.join(', ')}, which leaves ${inWords(free)}`,
    remedy:
      'Choose a larger type, such as m7i.xlarge, or more nodes or fewer Envoy pods.',
  };
}

function inWords(resources: { cpuMillis: number; memoryMiB: number }): string {
  const cpus = Math.max(0, resources.cpuMillis) / 1000;
  const gibibytes = Math.max(0, resources.memoryMiB) / 1024;
  return `${Number(cpus.toFixed(2))} vCPU and ${Number(gibibytes.toFixed(1))} GiB`;
}

function atStart({ parts, path }: SideEntry, pods: number): Breach[] {
  const replicas = parts.pods?.replicas;
  const desired = parts.nodes?.desired;
  if (replicas === undefined || desired === undefined) return [];
  const needed = Math.ceil(replicas / pods);
  if (desired >= needed) return [];
  return [
    {
      path: [...path, 'nodes', 'desired'],
      expected: `${needed} or more, because ${replicas} pods (pods.replicas) start and a node holds ${pods}`,
      received: `${desired}`,
      remedy:
        'Raise nodes.desired, lower pods.replicas, or choose larger types.',
    },
  ];
}

function atMost(entry: SideEntry, pods: number): Breach[] {
  const { parts, path } = entry;
  const { replicas, autoscaling } = parts.pods ?? {};
  const max = parts.nodes?.max;
  const hasBrokenMost = autoscaling && autoscaling.maxReplicas === undefined;
  if (replicas === undefined || max === undefined || hasBrokenMost) return [];
  const { peakPods, spareNodes } = nodeCount({
    podsPerNode: pods,
    replicas,
    maxReplicas: Math.max(replicas, autoscaling?.maxReplicas ?? replicas),
    maxSurge: surgeOf(entry),
  });
  const needed = Math.ceil(peakPods / pods) + spareNodes;
  if (max >= needed) return [];
  return [
    {
      path: [...path, 'nodes', 'max'],
      expected: `${needed} or more: room for ${peakPods} pods at most, ${pods} on a node, and ${spareNodes} node for replacement`,
      received: `${max}`,
      remedy: `Raise nodes.max, lower ${autoscaling ? 'pods.autoscaling.maxReplicas' : 'pods.replicas'}, or choose larger types.`,
    },
  ];
}

/** The generated values add no pod during a roll-out; an overlay may say otherwise. */
function surgeOf({ parts, side }: SideEntry): number | string {
  const surge = valueAt(parts.values?.scalardl, [
    side,
    'strategy',
    'rollingUpdate',
    'maxSurge',
  ]);
  const isSurge = /^\d+%?$/.test(String(surge));
  return isSurge && (typeof surge === 'string' || typeof surge === 'number')
    ? surge
    : 0;
}
