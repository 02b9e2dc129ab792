import { type Ipv4Range, overlaps } from './cidr';

/**
 * Every two entries whose ranges share an address, each couple once, the lower range first.
 * Takes O(n log n) and what it finds.
 */
export function findOverlaps<Entry extends { range: Ipv4Range }>(
  entries: readonly Entry[],
): [Entry, Entry][] {
  const sorted = [...entries].sort((one, other) =>
    one.range.first === other.range.first
      ? other.range.last - one.range.last
      : one.range.first - other.range.first,
  );
  const found: [Entry, Entry][] = [];
  let open: Entry[] = [];
  for (const entry of sorted) {
    open = open.filter(earlier => overlaps(earlier.range, entry.range));
    found.push(...open.map((earlier): [Entry, Entry] => [earlier, entry]));
    open.push(entry);
  }
  return found;
}
