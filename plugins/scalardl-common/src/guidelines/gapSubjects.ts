import type { Subject } from '../report/report';

/** What was not read, so that there may be more than the subjects that were judged. */
export function gapSubjects(gaps: readonly string[], id: string): Subject[] {
  return [...new Set(gaps)].map(detail => ({
    id,
    verdict: 'unknown',
    detail,
  }));
}
