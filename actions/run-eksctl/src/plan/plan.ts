import { notesOf } from './notes';
import { refusals } from './refusals/refusals';
import type { Situation } from './situation';
import type { Step } from './step';
import { STEPPERS } from './steps/steppers';

/** What is to be done, in order. It follows from the situation alone. */
export interface Plan {
  /** Reasons not to begin; where there is one, nothing is done. */
  refusals: string[];
  steps: Step[];
  /** What a person should know: what was left as it is, what could not be read. */
  notes: string[];
}

export function planOf(situation: Situation): Plan {
  return {
    refusals: refusals(situation),
    steps: STEPPERS.flatMap(steps => steps(situation)),
    notes: notesOf(situation),
  };
}
