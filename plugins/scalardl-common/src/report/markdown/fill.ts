/** Rows that belong together. */
export interface Section {
  before: string;
  rows: readonly string[];
  after: string;
}

/** How much there may be, in the unit of `measure`, which must give the sum of parts for their whole. */
export interface Room {
  maximum: number;
  measure(text: string): number;
}

/**
 * Puts as many rows as there is room for under a head, in order, and says how many were left out.
 *
 * @throws RangeError where not even the head has room
 */
export function fill(
  head: string,
  sections: readonly Section[],
  { room, notice }: { room: Room; notice(leftOut: number): string },
): string {
  const all = sections.flatMap(({ rows }) => rows).length;
  const whole = head + sections.map(sectionText).join('');
  if (room.measure(whole) <= room.maximum) return whole;
  const needed = room.measure(head + notice(all));
  if (needed > room.maximum) {
    throw new RangeError(
      `Expected room for at least ${needed}, received ${room.maximum}; raise the maximum.`,
    );
  }
  const taken = take(sections, { ...room, maximum: room.maximum - needed });
  const kept = taken.flatMap(({ rows }) => rows).length;
  return head + taken.map(sectionText).join('') + notice(all - kept);
}

/** The first sections and rows that have room; nothing follows the first row that has none. */
function take(sections: readonly Section[], { maximum, measure }: Room) {
  const taken: Section[] = [];
  let left = maximum;
  for (const section of sections) {
    left -= measure(section.before + section.after);
    const rows: string[] = [];
    for (const row of section.rows) {
      if (measure(row) > left) break;
      left -= measure(row);
      rows.push(row);
    }
    if (rows.length > 0) taken.push({ ...section, rows });
    if (rows.length < section.rows.length) break;
  }
  return taken;
}

function sectionText({ before, rows, after }: Section): string {
  return before + rows.join('') + after;
}
