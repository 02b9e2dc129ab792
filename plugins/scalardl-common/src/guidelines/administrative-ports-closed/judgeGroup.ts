import { type Inside, openingsOf } from '../../facts/live/security/openings';
import { type GroupBook, describeRule } from '../../facts/live/security/rules';
import type { Subject } from '../../report/report';

/** Ports that have to stay inside, and what inside is. */
export interface Closed {
  ports: readonly number[];
  inside: Inside;
  book: GroupBook;
}

/** Whether a security group opens none of the ports to others than the own VPC; the first rule that does is named. */
export function judgeGroup(
  groupId: string,
  { ports, inside, book }: Closed,
): Subject {
  const found = ports.map(port => ({
    port,
    ...openingsOf(groupId, { port, inside }, book),
  }));
  const [open] = found.flatMap(({ openings }) => openings);
  if (open) {
    const which = found
      .filter(({ openings }) => openings.length > 0)
      .map(({ port }) => port);
    const detail = `${describeRule(open.rule)} opens ${which.join(', ')} to ${open.whom}`;
    return { id: groupId, verdict: 'fail', detail };
  }
  const [doubt] = found.flatMap(({ doubts }) => doubts);
  return doubt === undefined
    ? {
        id: groupId,
        verdict: 'pass',
        detail: `no rule of ${groupId} opens ${ports.join(', ')} to others than the own VPC`,
      }
    : { id: groupId, verdict: 'unknown', detail: doubt };
}
