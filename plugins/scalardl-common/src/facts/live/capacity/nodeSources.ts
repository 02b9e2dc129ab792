import { type Certainty, every, some } from '../../kubernetes/certainty';
import type { Workload } from '../../release/workload';
import type { LiveAutoScalingGroup, LiveInstance, LiveNodeGroup } from '../aws';
import type { LiveNode } from '../kubernetes';
import type { SideLiveFacts } from '../liveFacts';
import { isRunning } from './machines';
import { NODE_GROUP_LABEL, groupSuits } from './nodeGroup';
import { suits } from './suitability';

/** Tag by which a machine names the Auto Scaling group that started it. */
const SCALING_GROUP_TAG = 'aws:autoscaling:groupName';

/** A group that starts machines alike: a managed node group, or an Auto Scaling group of our own. */
export interface NodeSource {
  name: string;
  /** Fewest and most machines. */
  min: number;
  max: number;
  /** The Auto Scaling groups that start its machines. */
  scalingGroups: readonly string[];
  /** Any of them may be started next: as EKS tells them, or those of the machines that run. */
  instanceTypes: readonly string[];
  /** Its nodes of now. */
  nodes: readonly LiveNode[];
  suits(workloads: readonly Workload[]): Certainty;
}

/** Everything that starts machines as a group. */
export interface NodeSources {
  sources: NodeSource[];
  /** Why there may be more. */
  gaps: string[];
}

/** Managed node groups, and Auto Scaling groups of self-managed nodes, which their machines name in a tag. */
export function nodeSources(given: SideLiveFacts): NodeSources {
  const { nodes, nodeGroups, autoScalingGroups, instances } = given;
  const all = nodes.ok ? nodes.value : [];
  const groups = nodeGroups.ok ? nodeGroups.value : [];
  const machines = instances.ok ? instances.value : [];
  const taken = groups.flatMap(group => group.autoScalingGroups);
  // Where the managed groups were not read, nobody can tell which are our own.
  const own =
    nodeGroups.ok && autoScalingGroups.ok
      ? autoScalingGroups.value.filter(({ name }) => !taken.includes(name))
      : [];
  const unread = [nodes, nodeGroups, autoScalingGroups, instances];
  return {
    sources: [
      ...groups.map(group => managedSource(group, all)),
      ...own.map(group => ownSource(group, { nodes: all, machines })),
    ],
    gaps: [...new Set(unread.flatMap(fact => (fact.ok ? [] : [fact.reason])))],
  };
}

/** Why it is not known what the source starts; `undefined` where it is. */
export function unknownStart({
  name,
  max,
  instanceTypes,
}: NodeSource): string | undefined {
  return max > 0 && instanceTypes.length === 0
    ? `what ${name} starts is not known, as it has no machine now`
    : undefined;
}

function managedSource(
  group: LiveNodeGroup,
  nodes: readonly LiveNode[],
): NodeSource {
  const { name, scaling, autoScalingGroups, instanceTypes } = group;
  const own = nodes.filter(({ labels }) => labels[NODE_GROUP_LABEL] === name);
  return {
    name,
    min: scaling.min,
    max: scaling.max,
    scalingGroups: autoScalingGroups,
    // A launch template may name the type instead.
    instanceTypes: instanceTypes.length > 0 ? instanceTypes : typesOf(own),
    nodes: own,
    suits: workloads => groupSuits(group, workloads),
  };
}

/** A group of our own starts machines like those that it has: nothing else tells their labels and taints. */
function ownSource(
  { name, min, max }: LiveAutoScalingGroup,
  {
    nodes,
    machines,
  }: { nodes: readonly LiveNode[]; machines: readonly LiveInstance[] },
): NodeSource {
  const started = machines.filter(
    machine => isRunning(machine) && machine.tags[SCALING_GROUP_TAG] === name,
  );
  const ids = started.map(({ id }) => id);
  const own = nodes.filter(({ instanceId = '' }) => ids.includes(instanceId));
  return {
    name,
    min,
    max,
    scalingGroups: [name],
    instanceTypes: [...new Set(started.map(({ type }) => type))],
    nodes: own,
    suits: workloads => alike(own.map(node => suits(node, workloads).answer)),
  };
}

/** What all nodes of a group answer alike; open where they differ, or where there are none. */
function alike(answers: readonly Certainty[]): Certainty {
  if (answers.length === 0) return 'unknown';
  return every(answers) === some(answers) ? every(answers) : 'unknown';
}

function typesOf(nodes: readonly LiveNode[]): string[] {
  return [
    ...new Set(
      nodes.flatMap(({ instanceType }) =>
        instanceType === undefined ? [] : [instanceType],
      ),
    ),
  ];
}
