import { addressesOf, normaliseCidr, toRange } from '../../../network/cidr';
import { RESERVED_ADDRESSES } from '../../../network/subnetNeed';
import type { AddressBounds } from '../../clusterConfig/addressesPerNode';
import { addressSet } from '../../ranges/addressSet';
import type { LiveInstance, LiveNetworkInterface, LiveSubnet } from '../aws';
import { standingInstances } from './usedSubnets';

/** Length of the prefixes that the VPC CNI puts on an interface, and how many addresses they hold. */
const BLOCK_PREFIX = 28;
export const BLOCK_SIZE = addressesOf(BLOCK_PREFIX);

/** What is known of the interfaces in the VPC of a cluster. */
export interface Interfaces {
  cluster: string;
  instances: readonly LiveInstance[];
  networkInterfaces: readonly LiveNetworkInterface[];
}

/** The addresses of a subnet, by who has them. */
export interface TakenAddresses {
  /** Taken by the cluster's own nodes, pods, control plane and load balancers. */
  own: number;
  /** Whole blocks of sixteen in which nothing is taken: at the least and at the most. */
  freeBlocks: AddressBounds;
}

export function takenAddresses(
  { id, cidr, availableAddresses }: LiveSubnet,
  { cluster, instances, networkInterfaces }: Interfaces,
): TakenAddresses {
  const machines = new Set(standingInstances(instances).map(each => each.id));
  const here = networkInterfaces.filter(({ subnetId }) => subnetId === id);
  const own = here.filter(
    ({ instanceId, type, description }) =>
      (instanceId !== undefined && machines.has(instanceId)) ||
      type === 'network_load_balancer' ||
      description === `Amazon EKS ${cluster}`,
  );
  const range = normaliseCidr(cidr);
  const size = range ? addressesOf(toRange(range).prefix) : 0;
  const unseen = size - RESERVED_ADDRESSES - count(here) - availableAddresses;
  const free = range ? blocksOf(range) - takenBlocks(range, here) : 0;
  return {
    own: count(own),
    // Each address of an interface that is not seen, such as another account's, may spoil a block.
    freeBlocks: {
      fewest: Math.max(0, free - Math.max(0, unseen)),
      most: free,
    },
  };
}

function count(interfaces: readonly LiveNetworkInterface[]): number {
  return interfaces.reduce(
    (total, { privateAddresses, prefixes }) =>
      total + privateAddresses.length + prefixes.length * BLOCK_SIZE,
    0,
  );
}

function blocksOf(range: string): number {
  return Math.floor(addressesOf(toRange(range).prefix) / BLOCK_SIZE);
}

/** Blocks with an address that is taken; AWS keeps some in the first and in the last one. */
function takenBlocks(
  range: string,
  interfaces: readonly LiveNetworkInterface[],
): number {
  const { first, last } = toRange(range);
  const blockAt = (address: number) => Math.floor(address / BLOCK_SIZE);
  const taken = interfaces.flatMap(({ privateAddresses, prefixes }) =>
    addressSet([
      ...privateAddresses.map(address => `${address}/32`),
      ...prefixes,
    ]).flatMap(span => [blockAt(span.first), blockAt(span.last)]),
  );
  return new Set([blockAt(first), blockAt(last), ...taken]).size;
}
