import {
  type Ipv4Range,
  addressesOf,
  contains,
  formatCidr,
  overlaps,
  rangeAt,
} from './cidr';

/** Prefix length of a side's VPC unless somebody wants another: 10.0.0.0/8 holds two thousand pairs of them. */
export const DEFAULT_SIDE_PREFIX = 20;

/** A range in use and who uses it, such as an environment, an application or the runners. */
export interface TakenRange {
  range: Ipv4Range;
  holder: string;
}

export interface FreeRangesQuery {
  pool: Ipv4Range;
  /** Prefix length of the ranges wanted. */
  prefix: number;
  /** Ranges in use: any order, any size, overlapping or outside of the pool. */
  taken: readonly Ipv4Range[];
  /** Most ranges wanted. */
  count: number;
}

/** The first free ranges of a pool in ascending order; fewer than `count` where the pool holds no more. */
export function firstFreeRanges(query: FreeRangesQuery): Ipv4Range[] {
  const { pool, prefix, count } = query;
  const size = addressesOf(prefix);
  const taken = query.taken
    .filter(range => overlaps(range, pool))
    .sort((one, other) => one.first - other.first);
  const free: Ipv4Range[] = [];
  let next = alignUp(pool.first, size);
  for (let index = 0; free.length < count;) {
    const candidate = rangeAt(next, prefix);
    if (!contains(pool, candidate)) break;
    const obstacle = taken[index];
    if (obstacle === undefined || obstacle.first > candidate.last) {
      free.push(candidate);
      next += size;
    } else {
      next = Math.max(next, alignUp(obstacle.last + 1, size));
      index += 1;
    }
  }
  return free;
}

/** The first free range of a pool, or `undefined` where none is left. */
export function firstFreeRange(
  query: Omit<FreeRangesQuery, 'count'>,
): Ipv4Range | undefined {
  return firstFreeRanges({ ...query, count: 1 })[0];
}

/** The first two free ranges of a pool as text, or `undefined` where it does not hold two. */
export function firstFreePair(
  query: Omit<FreeRangesQuery, 'count'>,
): { ledger: string; auditor: string } | undefined {
  const [ledger, auditor] = firstFreeRanges({ ...query, count: 2 });
  if (!ledger || !auditor) return undefined;
  return { ledger: formatCidr(ledger), auditor: formatCidr(auditor) };
}

/** Who uses addresses of a range, in the order given. */
export function holdersOf(
  range: Ipv4Range,
  taken: readonly TakenRange[],
): TakenRange[] {
  return taken.filter(entry => overlaps(entry.range, range));
}

function alignUp(address: number, size: number): number {
  return Math.ceil(address / size) * size;
}
