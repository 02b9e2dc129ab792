import { BlockList } from 'node:net';

interface IpBlock {
  cidr: string;
  except?: string[];
}

/** Ranges of private networks: RFC 1918 and the shared range of RFC 6598. */
const PRIVATE = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10'];

/** Every private network except the given ranges. */
export function privateNetworksExcept(ranges: readonly string[]): IpBlock[] {
  return PRIVATE.filter(block => !ranges.some(range => contains(range, block)))
    .map(block => blockExcept(block, ranges));
}

/** Every IPv4 address except the given ranges. */
export function everywhereExcept(ranges: readonly string[]): IpBlock {
  return blockExcept('0.0.0.0/0', ranges);
}

/** `except` holds only ranges inside the block, because Kubernetes refuses others. */
function blockExcept(cidr: string, ranges: readonly string[]): IpBlock {
  const except = ranges.filter(range => contains(cidr, range));
  return except.length > 0 ? { cidr, except } : { cidr };
}

function contains(outer: string, inner: string): boolean {
  const [network = '', prefix = 0] = split(outer);
  const [address = '', innerPrefix = 0] = split(inner);
  if (innerPrefix < prefix) return false;
  const list = new BlockList();
  list.addSubnet(network, prefix);
  return list.check(address);
}

function split(cidr: string): [address: string, prefix: number] {
  const [address = '', prefix = ''] = cidr.split('/');
  return [address, Number(prefix)];
}
