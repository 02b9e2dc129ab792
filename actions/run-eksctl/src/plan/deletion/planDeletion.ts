import type { Plan } from '../plan';
import { leftovers } from '../refusals/leftovers';
import { owner } from '../refusals/owner';
import type { Situation } from '../situation';
import { stepper } from '../step';
import { removeLeftover } from '../steps/removeLeftover';
import { deleteCluster } from './deleteCluster';

const STEPPERS = [stepper(deleteCluster), stepper(removeLeftover)];

/** What is to be done until nothing of the cluster is left. */
export function planDeletion(situation: Situation): Plan {
  return {
    refusals: [owner, leftovers].flatMap(refuse => refuse(situation)),
    steps: STEPPERS.flatMap(steps => steps(situation)),
    notes: [],
  };
}
