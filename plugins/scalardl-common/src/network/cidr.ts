import { Address4 } from 'ip-address';

/** An IPv4 range in CIDR notation, as whole numbers from 0 to 2³² − 1. */
export interface Ipv4Range {
  first: number;
  /** The last address, which still belongs to the range. */
  last: number;
  /** Length of the prefix, 0 to 32. */
  prefix: number;
}

/** Which prefix lengths are accepted; a `/16` is larger than a `/24`. */
export interface PrefixBounds {
  /** Shortest prefix, that is the largest range. */
  shortest?: number;
  /** Longest prefix, that is the smallest range. */
  longest?: number;
}

export type ParsedCidr =
  | { ok: true; range: Ipv4Range }
  | {
      ok: false;
      /** What is wrong, as a phrase about the text that was given. */
      reason: string;
      /** The range that was probably meant. */
      suggestion?: string;
    };

/** Reads `10.1.0.0/20`. Text that is not the first address of a range and its prefix is refused with the reason. */
export function parseCidr(text: string, bounds: PrefixBounds = {}): ParsedCidr {
  if (!/^[\d.]+\/\d{1,2}$/.test(text) || !Address4.isValid(text)) {
    return { ok: false, reason: 'is not an IPv4 range such as 10.1.0.0/20' };
  }
  const address = new Address4(text);
  const prefix = address.subnetMask;
  const network = address.networkForm();
  if (text !== network) {
    const written = address.addressMinusSuffix;
    return {
      ok: false,
      reason: `starts at ${written}, which is not the first address of a /${prefix} range; that is ${network}`,
      suggestion: network,
    };
  }
  const { shortest = 0, longest = 32 } = bounds;
  if (prefix < shortest || prefix > longest) {
    return {
      ok: false,
      reason: `has the prefix /${prefix}, which is not between /${shortest} and /${longest}`,
    };
  }
  return { ok: true, range: rangeAt(Number(address.bigInt()), prefix) };
}

/** The range of a text that is known to be one, such as a validated environment's. Throws `RangeError` otherwise. */
export function toRange(text: string): Ipv4Range {
  const parsed = parseCidr(text);
  if (!parsed.ok) throw new RangeError(`${text} ${parsed.reason}`);
  return parsed.range;
}

/** `10.1.0.0/20` */
export function formatCidr(range: Ipv4Range): string {
  return `${formatAddress(range.first)}/${range.prefix}`;
}

/** `10.1.0.0`, from a whole number from 0 to 2³² − 1. */
export function formatAddress(address: number): string {
  return Address4.fromInteger(address).correctForm();
}

/** `10.1.0.0/20` for `10.1.3.7/20`; `undefined` where the text is no address with a prefix. */
export function normaliseCidr(text: string): string | undefined {
  const trimmed = text.trim();
  const parsed = parseCidr(trimmed);
  return parsed.ok ? trimmed : parsed.suggestion;
}

/** The range of a prefix length that begins at an address. */
export function rangeAt(first: number, prefix: number): Ipv4Range {
  return { first, last: first + addressesOf(prefix) - 1, prefix };
}

/** Number of addresses in a range of this prefix length: 4096 for 20. */
export function addressesOf(prefix: number): number {
  return 2 ** (32 - prefix);
}

/** Whether two ranges share an address. */
export function overlaps(one: Ipv4Range, other: Ipv4Range): boolean {
  return one.first <= other.last && other.first <= one.last;
}

/** Whether every address of `inner` is one of `outer`. */
export function contains(outer: Ipv4Range, inner: Ipv4Range): boolean {
  return outer.first <= inner.first && inner.last <= outer.last;
}
