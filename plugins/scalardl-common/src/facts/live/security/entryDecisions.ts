import { normaliseCidr, toRange } from '../../../network/cidr';
import { type AddressSet, union } from '../../ranges/addressSet';
import type { LiveNetworkAclEntry } from '../aws';

export interface PortRange {
  from: number;
  to: number;
}

/** TCP packets that pass the border of a subnet in one direction. */
export interface Packets {
  egress: boolean;
  /** The far end. */
  addresses: AddressSet;
  /** Ports to which they go. */
  ports: PortRange;
}

/** Packets that one entry decides on. */
export interface EntryDecision {
  allow: boolean;
  /** `undefined` where no entry matches, which denies. */
  entry: LiveNetworkAclEntry | undefined;
  addresses: AddressSet;
  ports: PortRange;
}

/** Packets of consecutive addresses to consecutive ports. */
interface Block extends PortRange {
  first: number;
  last: number;
}

/**
 * Which entries decide on the packets: of those that match a packet, the one with the lowest number
 * (https://docs.aws.amazon.com/vpc/latest/userguide/nacl-rules.html). An entry that matches only some of them
 * leaves the others to the next.
 */
export function entryDecisions(
  entries: readonly LiveNetworkAclEntry[],
  { egress, addresses, ports }: Packets,
): EntryDecision[] {
  const ordered = entries
    .filter(entry => entry.egress === egress)
    .sort((one, other) => one.ruleNumber - other.ruleNumber);
  let left = addresses.map((span): Block => ({ ...span, ...ports }));
  const decided: { entry?: LiveNetworkAclEntry; block: Block }[] = [];
  for (const entry of ordered) {
    const area = areaOf(entry);
    if (!area) continue;
    for (const block of left) {
      const common = intersection(block, area);
      if (common) decided.push({ entry, block: common });
    }
    left = left.flatMap(block => without(block, area));
  }
  decided.push(...left.map(block => ({ block })));
  return decided.map(({ entry, block: { first, last, from, to } }) => ({
    allow: entry?.allow ?? false,
    entry,
    addresses: union([{ first, last }]),
    ports: { from, to },
  }));
}

/** An entry is asked about many packets, and reading its range takes longest. */
const areas = new WeakMap<LiveNetworkAclEntry, Block | undefined>();

/** The TCP packets of IPv4 that the entry matches. */
function areaOf(entry: LiveNetworkAclEntry): Block | undefined {
  if (!areas.has(entry)) areas.set(entry, readArea(entry));
  return areas.get(entry);
}

function readArea({
  protocol,
  cidr,
  ports,
}: LiveNetworkAclEntry): Block | undefined {
  const range = cidr === undefined ? undefined : normaliseCidr(cidr);
  if (range === undefined || !['-1', '6'].includes(protocol)) return undefined;
  const { first, last } = toRange(range);
  const every = { from: 0, to: 65535 };
  return { first, last, ...(protocol === '-1' ? every : (ports ?? every)) };
}

function intersection(one: Block, other: Block): Block | undefined {
  const common = {
    first: Math.max(one.first, other.first),
    last: Math.min(one.last, other.last),
    from: Math.max(one.from, other.from),
    to: Math.min(one.to, other.to),
  };
  return common.first <= common.last && common.from <= common.to
    ? common
    : undefined;
}

/** What is left of a block: below and above in addresses, then below and above in ports. */
function without(block: Block, area: Block): Block[] {
  const common = intersection(block, area);
  if (!common) return [block];
  const { first, last } = common;
  return [
    { ...block, last: first - 1 },
    { ...block, first: last + 1 },
    { ...block, first, last, to: common.from - 1 },
    { ...block, first, last, from: common.to + 1 },
  ].filter(part => part.first <= part.last && part.from <= part.to);
}
