import {
  formatAddress,
  formatCidr,
  normaliseCidr,
  toRange,
} from '../../network/cidr';

/** Consecutive IPv4 addresses as whole numbers, both ends included. */
interface Span {
  first: number;
  last: number;
}

/** A set of IPv4 addresses: spans in order that neither overlap nor touch. */
export type AddressSet = readonly Span[];

export const EVERY_ADDRESS: AddressSet = [{ first: 0, last: 2 ** 32 - 1 }];

/** True for an IPv4 range in CIDR notation, such as `10.1.0.0/20`; AWS takes one that starts inside a network too. */
export function isIpv4Range(text: string): boolean {
  return normaliseCidr(text) !== undefined;
}

/** The addresses of all ranges together; what is no IPv4 range is left out. */
export function addressSet(ranges: readonly string[]): AddressSet {
  return union(
    ranges
      .map(normaliseCidr)
      .filter(range => range !== undefined)
      .map(toRange),
  );
}

export function union(...sets: AddressSet[]): AddressSet {
  const spans = sets.flat().sort((a, b) => a.first - b.first);
  return spans.reduce<Span[]>((merged, span) => {
    const previous = merged.at(-1);
    if (previous && span.first <= previous.last + 1) {
      merged[merged.length - 1] = {
        first: previous.first,
        last: Math.max(previous.last, span.last),
      };
    } else merged.push(span);
    return merged;
  }, []);
}

/** The addresses of the first set that the second does not hold. */
export function difference(set: AddressSet, removed: AddressSet): AddressSet {
  return removed.reduce<AddressSet>(
    (left, { first, last }) =>
      left.flatMap(span =>
        [
          { first: span.first, last: Math.min(span.last, first - 1) },
          { first: Math.max(span.first, last + 1), last: span.last },
        ].filter(part => part.first <= part.last),
      ),
    set,
  );
}

/** True where the set holds every address of the other. */
export function covers(set: AddressSet, wanted: AddressSet): boolean {
  return difference(wanted, set).length === 0;
}

/** `10.1.0.0/22`, or `10.1.0.0-10.1.2.255` where one range does not hold just these, for a report; at most three. */
export function formatAddresses(set: AddressSet): string {
  const shown = set.slice(0, 3).map(formatSpan);
  return set.length > 3 ? `${shown.join(', ')}, …` : shown.join(', ');
}

function formatSpan({ first, last }: Span): string {
  const size = last - first + 1;
  const prefix = 32 - Math.log2(size);
  return Number.isInteger(prefix) && first % size === 0
    ? formatCidr({ first, last, prefix })
    : `${formatAddress(first)}-${formatAddress(last)}`;
}
