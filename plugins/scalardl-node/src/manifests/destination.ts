import { contains, toRange } from '@scalardl-on-eks/plugin-scalardl-common';

interface IpBlock {
  cidr: string;
  except?: string[];
}

/** Ranges of private networks: RFC 1918 and the shared range of RFC 6598. */
const PRIVATE = [
  '10.0.0.0/8',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '100.64.0.0/10',
];

/** Every private network except the given ranges. */
export function privateNetworksExcept(ranges: readonly string[]): IpBlock[] {
  return PRIVATE.filter(
    block => !ranges.some(range => within(range, block)),
  ).map(block => blockExcept(block, ranges));
}

/** Every IPv4 address except the given ranges. */
export function everywhereExcept(ranges: readonly string[]): IpBlock {
  return blockExcept('0.0.0.0/0', ranges);
}

/** `except` holds only ranges inside the block, because Kubernetes refuses others. */
function blockExcept(cidr: string, ranges: readonly string[]): IpBlock {
  const except = ranges.filter(range => within(cidr, range));
  return except.length > 0 ? { cidr, except } : { cidr };
}

function within(outer: string, inner: string): boolean {
  return contains(toRange(outer), toRange(inner));
}
