import { addressSet, covers } from '../../ranges/addressSet';
import type {
  LiveLoadBalancer,
  LiveNetworkInterface,
  LiveSubnet,
} from '../aws';

/** Addresses in one subnet. */
export interface Place {
  subnetId: string;
  /** IPv4 ranges in CIDR notation. */
  ranges: readonly string[];
}

/** What tells where an address is. */
export interface NetworkMap {
  networkInterfaces: readonly LiveNetworkInterface[];
  subnets: readonly LiveSubnet[];
}

/**
 * Where a load balancer stands: the addresses of its interfaces, or the whole subnet where its interface was not
 * among those that were read.
 */
export function placesOf(
  { arn, subnetIds }: LiveLoadBalancer,
  { networkInterfaces, subnets }: NetworkMap,
): Place[] {
  const mark = `ELB ${arn.split(':loadbalancer/')[1]}`;
  const own = networkInterfaces.filter(
    ({ description }) => description === mark,
  );
  return subnetIds.map(subnetId => {
    const addresses = own
      .filter(each => each.subnetId === subnetId)
      .flatMap(({ privateAddresses }) => privateAddresses);
    const subnet = subnets.find(({ id }) => id === subnetId);
    const whole = subnet ? [subnet.cidr] : [];
    return {
      subnetId,
      ranges: addresses.length > 0 ? addresses.map(asRange) : whole,
    };
  });
}

/** The ranges of all places together. */
export function rangesOf(places: readonly Place[]): string[] {
  return [...new Set(places.flatMap(({ ranges }) => ranges))];
}

/** A single address as a range. */
export function asRange(address: string): string {
  return `${address}/32`;
}

/** The subnet that has the address. */
export function subnetAt(
  address: string,
  { subnets }: Pick<NetworkMap, 'subnets'>,
): LiveSubnet | undefined {
  const wanted = addressSet([asRange(address)]);
  return subnets.find(
    ({ cidr }) => wanted.length > 0 && covers(addressSet([cidr]), wanted),
  );
}
