import type { Fact } from '../facts/fact';
import type { LiveFactName, SideLiveFacts } from '../facts/live';
import type { Subject } from '../report/report';

/**
 * The facts that a check does without, but that could disprove a pass, as far as they were not read: with them
 * among the subjects the finding fails where something fails, and is else unknown.
 */
export function unreadSubjects(
  given: SideLiveFacts,
  names: readonly LiveFactName[],
): Subject[] {
  return names.flatMap(name => {
    const fact: Fact<unknown> = given[name];
    return fact.ok
      ? []
      : [{ id: name, verdict: 'unknown' as const, detail: fact.reason }];
  });
}
