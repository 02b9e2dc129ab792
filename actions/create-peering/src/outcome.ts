import type { PeeringInputs } from './inputs';
import type { LinkResult } from './link/applyLink';
import type { Work } from './peering/ensurePeering';
import type { Change } from './plan/change';

/** How a run works, and what it has done. */
export interface RunWork extends Work {
  mode: PeeringInputs['mode'];
  done: readonly Change[];
}

/** What a run came to. */
export interface Outcome {
  /** What was changed, or in a plan what would be. */
  changes: readonly Change[];
  warnings: readonly string[];
  results: readonly LinkResult[];
}
