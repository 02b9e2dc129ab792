import { addressesOf } from './cidr';
import type { InstanceType } from './instances';
import { VPC_PREFIX, subnetPrefix } from './split';

/** Addresses of the internal load balancer in each of its subnets. */
const LOAD_BALANCER = 8;

/** Addresses that EKS asks for its control plane in each of its subnets. */
const CONTROL_PLANE = 16;

/** Addresses that AWS keeps in every subnet. */
export const RESERVED_ADDRESSES = 5;

/** Free part above what is needed, in tenths: addresses are released with delay. */
const HEADROOM_TENTHS = 13;

export interface SubnetNeedQuery {
  instance: InstanceType;
  /** Largest size of the node group. */
  maxNodes: number;
  /** Number of zones, with one private subnet in each. */
  zones: number;
}

/** Addresses that each private subnet needs, with the terms that lead to it. */
export interface SubnetNeed {
  maxNodes: number;
  /** Nodes that EKS may add while it updates a managed node group: two in every zone. */
  updateNodes: number;
  zones: number;
  nodesPerZone: number;
  addressesPerNode: number;
  loadBalancer: number;
  controlPlane: number;
  reserved: number;
  sum: number;
  headroom: number;
  /** The sum with its headroom, to compare with the size of the subnet. */
  needed: number;
}

/**
 * Addresses of a node in the worst case: the default VPC CNI settings keep a whole network interface warm,
 * so that every interface may be full.
 */
export function addressesPerNode(instance: InstanceType): number {
  return instance.networkInterfaces * instance.addressesPerInterface;
}

/** Addresses that each private subnet needs. */
export function subnetNeed(query: SubnetNeedQuery): SubnetNeed {
  const { instance, maxNodes, zones } = query;
  const updateNodes = 2 * zones;
  const nodesPerZone = Math.ceil((maxNodes + updateNodes) / zones);
  const perNode = addressesPerNode(instance);
  const sum =
    nodesPerZone * perNode + LOAD_BALANCER + CONTROL_PLANE + RESERVED_ADDRESSES;
  return {
    maxNodes,
    updateNodes,
    zones,
    nodesPerZone,
    addressesPerNode: perNode,
    loadBalancer: LOAD_BALANCER,
    controlPlane: CONTROL_PLANE,
    reserved: RESERVED_ADDRESSES,
    sum,
    headroom: HEADROOM_TENTHS / 10,
    needed: Math.ceil((sum * HEADROOM_TENTHS) / 10),
  };
}

/** `(6 + 6 during an update) / 3 zones = 4 nodes × 60 addresses + …`, for a person who wonders why. */
export function explainSubnetNeed(need: SubnetNeed): string {
  return (
    `(${need.maxNodes} nodes + ${need.updateNodes} during an update) / ${need.zones} zones = ${need.nodesPerZone} nodes, ` +
    `× ${need.addressesPerNode} addresses + ${need.loadBalancer} load balancer + ${need.controlPlane} control plane ` +
    `+ ${need.reserved} reserved by AWS = ${need.sum}, × ${need.headroom} headroom = ${need.needed} addresses`
  );
}

/** Largest size of a node group that private subnets of this prefix length hold; 0 where they hold none. */
export function mostNodes(query: {
  instance: InstanceType;
  zones: number;
  prefix: number;
}): number {
  const { instance, zones, prefix } = query;
  const sum = Math.floor((addressesOf(prefix) * 10) / HEADROOM_TENTHS);
  const forNodes = sum - LOAD_BALANCER - CONTROL_PLANE - RESERVED_ADDRESSES;
  const nodesPerZone = Math.floor(forNodes / addressesPerNode(instance));
  return Math.max(0, nodesPerZone * zones - 2 * zones);
}

/** Longest prefix of a new VPC whose subnets hold the nodes, or `undefined` where no VPC of eksctl does. */
export function smallestVpcPrefix(query: SubnetNeedQuery): number | undefined {
  const { needed } = subnetNeed(query);
  for (
    let prefix = VPC_PREFIX.longest;
    prefix >= VPC_PREFIX.shortest;
    prefix -= 1
  ) {
    if (addressesOf(subnetPrefix(prefix, query.zones)) >= needed) return prefix;
  }
  return undefined;
}
