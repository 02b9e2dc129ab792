import { Address6 } from 'ip-address';

/** Whether two IPv6 ranges share an address: then one of them holds the other. */
export function ipv6Overlap(one: string, other: string): boolean {
  const [first, second] = [new Address6(one), new Address6(other)];
  return first.isInSubnet(second) || second.isInSubnet(first);
}
