import type { Certainty } from '../facts/kubernetes/certainty';
import type { Subject } from '../report/report';

const VERDICTS = { yes: 'pass', no: 'fail', unknown: 'unknown' } as const;

/** The verdict on something that should hold. */
export function verdictOf(answer: Certainty): Subject['verdict'] {
  return VERDICTS[answer];
}
