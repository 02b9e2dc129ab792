import {
  type AddressBounds,
  addressesPerNode,
} from '../../clusterConfig/addressesPerNode';
import type { NodeGroup } from '../../clusterConfig/nodeGroups';
import { type Fact, read, unreadable } from '../../fact';
import type { PlainRecord } from '../../plain/plain';
import { plainDocument } from '../../plain/plainDocument';
import {
  type SubnetNeed,
  addressesPerNode as everyInterface,
  subnetNeed,
} from '../../../network/subnetNeed';
import type { LiveInstance, LiveInstanceType } from '../aws';
import { asInstanceType } from '../capacity/instanceSize';
import type { SideLiveFacts } from '../liveFacts';
import { standingInstances } from './usedSubnets';

/** Nodes that a group brings to each of its subnets at its largest size, and the addresses that each may take. */
export interface NodeDemand {
  subnetIds: readonly string[];
  /** The figures of the address plan for the group. */
  need: SubnetNeed;
  perNode: AddressBounds;
  /** Addresses of one interface of a node, the most of all types. */
  perInterface: number;
  /** Addresses of all its interfaces. */
  all: number;
}

interface Group {
  name: string;
  max: number;
  subnetIds: readonly string[];
  types: readonly string[];
}

/** What all groups of the side need at their largest size; unreadable where one of them is not known. */
export function nodeDemands(
  facts: SideLiveFacts,
  settings: PlainRecord,
): Fact<NodeDemand[]> {
  const groups = groupsOf(facts);
  if (!groups.ok) return groups;
  const { instanceTypes } = facts;
  if (!instanceTypes.ok) return instanceTypes;
  const demands: NodeDemand[] = [];
  for (const group of groups.value) {
    const demand = demandOf(group, { settings, types: instanceTypes.value });
    if (!demand.ok) return demand;
    demands.push(demand.value);
  }
  return read(demands, groups.source);
}

/** Managed groups, and Auto Scaling groups of our own, of which the machines tell subnets and types. */
function groupsOf(facts: SideLiveFacts): Fact<Group[]> {
  const { nodeGroups, autoScalingGroups, instances } = facts;
  if (!nodeGroups.ok) return nodeGroups;
  if (!autoScalingGroups.ok) return autoScalingGroups;
  if (!instances.ok) return instances;
  const machines = standingInstances(instances.value);
  const managed = new Set(
    nodeGroups.value.flatMap(group => group.autoScalingGroups),
  );
  const groups = [
    ...nodeGroups.value.map(({ name, scaling, subnetIds, instanceTypes }) => ({
      name,
      max: scaling.max,
      subnetIds,
      types: instanceTypes.length > 0 ? instanceTypes : typesOf(machines, name),
    })),
    ...autoScalingGroups.value
      .filter(({ name }) => !managed.has(name))
      .map(({ name, max, subnetIds }) => ({
        name,
        max,
        subnetIds: subnetIds ?? subnetsOf(machines, name),
        types: typesOf(machines, name),
      })),
  ];
  return read(
    groups.filter(({ max }) => max > 0),
    nodeGroups.source,
  );
}

function membersOf(machines: readonly LiveInstance[], group: string) {
  return machines.filter(
    ({ tags }) =>
      tags['eks:nodegroup-name'] === group ||
      tags['aws:autoscaling:groupName'] === group,
  );
}

function typesOf(machines: readonly LiveInstance[], group: string): string[] {
  return [...new Set(membersOf(machines, group).map(({ type }) => type))];
}

function subnetsOf(machines: readonly LiveInstance[], group: string): string[] {
  return [
    ...new Set(membersOf(machines, group).map(({ subnetId }) => subnetId)),
  ];
}

/** Any of the types may be started, so the one with the most addresses counts. */
function demandOf(
  { name, max, subnetIds, types }: Group,
  known: { settings: PlainRecord; types: readonly LiveInstanceType[] },
): Fact<NodeDemand> {
  const found = types.map(type => asInstanceType(type, known.types));
  const instances = found.filter(type => type !== undefined);
  const [first] = instances;
  if (!first || instances.length < found.length || subnetIds.length === 0)
    return unreadable(`the machines or the subnets of ${name} are not known`);
  const need = subnetNeed({
    instance: first,
    maxNodes: max,
    zones: subnetIds.length,
  });
  const bounds = instances.map(instance =>
    addressesPerNode(instance, known.settings, asDeclared(name)),
  );
  const worst = (key: keyof AddressBounds) =>
    Math.max(...bounds.map(bound => bound[key]));
  return read(
    {
      subnetIds,
      need,
      perNode: { fewest: worst('fewest'), most: worst('most') },
      perInterface: Math.max(
        ...instances.map(type => type.addressesPerInterface),
      ),
      all: Math.max(...instances.map(everyInterface)),
    },
    name,
  );
}

/** A group of which nothing limits the pods of a node. */
function asDeclared(name: string): NodeGroup {
  const { get, locate } = plainDocument({}, name);
  return { id: name, name, managed: true, get, locate };
}
