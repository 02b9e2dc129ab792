import { addressesOf, normaliseCidr, toRange } from '../../network/cidr';
import { findInstanceType } from '../../network/instances';
import { type SubnetNeed, subnetNeed } from '../../network/subnetNeed';
import { type Fact, read, unreadable } from '../fact';
import type { SourceDocument } from '../sourceDocument';
import {
  type AddressBounds,
  addressesPerNode,
  cniSettings,
} from './addressesPerNode';
import { nodeCountOf } from './nodeCount';
import { type NodeGroup, instanceTypesOf, nodeGroups } from './nodeGroups';
import { type NodeSubnet, nodeSubnets } from './nodeSubnets';

/** Addresses that a subnet has, and that its nodes need at the largest size. */
export interface SubnetRoom {
  subnet: NodeSubnet;
  /** `undefined` where the range is not known. */
  size: number | undefined;
  needed: AddressBounds;
}

/** Every subnet of the nodes, with what all node groups in it need together. */
export function subnetRooms(clusterConfig: SourceDocument): Fact<SubnetRoom[]> {
  const demands: Demand[] = [];
  for (const group of nodeGroups(clusterConfig)) {
    const demand = demandOf(clusterConfig, group);
    if (!demand.ok) return demand;
    demands.push(demand.value);
  }
  const subnets = new Map(
    demands.flatMap(demand =>
      demand.subnets.map((subnet): [string, NodeSubnet] => [
        subnet.name,
        subnet,
      ]),
    ),
  );
  return read(
    [...subnets.values()].map(subnet =>
      roomOf(
        subnet,
        demands.filter(demand =>
          demand.subnets.some(({ name }) => name === subnet.name),
        ),
      ),
    ),
    clusterConfig.path,
  );
}

/** What one node group takes of each of its subnets. */
interface Demand extends AddressBounds {
  subnets: readonly NodeSubnet[];
  need: SubnetNeed;
}

function demandOf(
  clusterConfig: SourceDocument,
  group: NodeGroup,
): Fact<Demand> {
  const subnets = nodeSubnets(clusterConfig, group);
  if (!subnets.ok) return subnets;
  const settings = cniSettings(clusterConfig);
  if (!settings.ok) return settings;
  const names = instanceTypesOf(group);
  const count = nodeCountOf(group);
  if (!names || !count)
    return unreadable(`the types or the size of ${group.id} are not known`);
  const missing = names.find(name => !findInstanceType(name));
  if (missing) return unreadable(`${missing} is not in this program's table`);
  const [first, ...others] = names
    .map(findInstanceType)
    .filter(type => type !== undefined);
  if (!first || subnets.value.length === 0)
    return unreadable(`no type or no subnet of ${group.id} is listed`);
  const need = subnetNeed({
    instance: first,
    maxNodes: count.maximum,
    zones: subnets.value.length,
  });
  // Any of the types may be started, so the one with the most addresses counts.
  const bounds = [first, ...others].map(instance =>
    addressesPerNode(instance, settings.value, group),
  );
  const worst = (key: keyof AddressBounds) =>
    need.nodesPerZone * Math.max(...bounds.map(bound => bound[key]));
  return read(
    {
      subnets: subnets.value,
      need,
      fewest: worst('fewest'),
      most: worst('most'),
    },
    clusterConfig.path,
  );
}

function roomOf(subnet: NodeSubnet, demands: readonly Demand[]): SubnetRoom {
  const range = subnet.cidr ? normaliseCidr(subnet.cidr) : undefined;
  const needed = (key: keyof AddressBounds) => {
    const [first] = demands;
    if (!first) return 0;
    const { loadBalancer, controlPlane, reserved, headroom } = first.need;
    const sum = demands.reduce(
      (total, demand) => total + demand[key],
      loadBalancer + controlPlane + reserved,
    );
    // In tenths, because 1.3 is no exact number.
    return Math.ceil((sum * Math.round(headroom * 10)) / 10);
  };
  return {
    subnet,
    size: range ? addressesOf(toRange(range).prefix) : undefined,
    needed: { fewest: needed('fewest'), most: needed('most') },
  };
}
