import { addressesOf, formatCidr, rangeAt } from '../../../network/cidr';
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

/** Length of the prefixes that AWS delegates to an interface for its pods. */
const DELEGATED = 28;

/** The interface that has the address, itself or in a prefix that is delegated to it. */
export function interfaceAt(
  address: string,
  { networkInterfaces }: Pick<NetworkMap, 'networkInterfaces'>,
): LiveNetworkInterface | undefined {
  // Written as AWS writes it, so that a thousand interfaces need not be parsed.
  const [span] = addressSet([asRange(address)]);
  const size = addressesOf(DELEGATED);
  const prefix =
    span && formatCidr(rangeAt(span.first - (span.first % size), DELEGATED));
  return networkInterfaces.find(
    ({ privateAddresses, prefixes }) =>
      privateAddresses.includes(address) ||
      (prefix !== undefined && prefixes.includes(prefix)),
  );
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
