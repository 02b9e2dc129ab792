import type { Fact } from '../facts/fact';
import type { LiveFactName, SideLiveFacts } from '../facts/live';
import type { Subject } from '../report/report';

/**
 * What was not read and could disprove a pass: with it among the subjects the finding fails where something fails,
 * and is else unknown.
 *
 * @param id - what there may be more of, as a reader knows it
 */
export function gapSubjects(gaps: readonly string[], id: string): Subject[] {
  return [...new Set(gaps)].map(detail => ({
    id,
    verdict: 'unknown',
    detail,
  }));
}

/** The reasons of the facts that a check does without, as far as they were not read. */
export function gapsOf(
  given: SideLiveFacts,
  names: readonly LiveFactName[],
): string[] {
  return names.flatMap(name => {
    const fact: Fact<unknown> = given[name];
    return fact.ok ? [] : [fact.reason];
  });
}
