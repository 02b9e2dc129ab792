import type { LiveFactName, SideLiveFacts } from '../facts/live';
import type { Subject } from '../report/report';
import { gapSubjects, gapsOf } from './gapSubjects';

/** `gapSubjects` with a subject for each fact, called by the fact's name. */
export function unreadSubjects(
  given: SideLiveFacts,
  names: readonly LiveFactName[],
): Subject[] {
  return names.flatMap(name => gapSubjects(gapsOf(given, [name]), name));
}
