import { leftoverStacks } from '../leftoverStacks';
import { foreignTags, unproved } from '../ownership';
import { type Situation, liveCluster } from '../situation';

/**
 * A leftover blocks its name, and is removed only where it is provably of this file. Beside a live cluster
 * eksctl's tag with that cluster's name is proof; without one, only the file's own tags are.
 */
export function leftovers(situation: Situation): string[] {
  const { config } = situation;
  return leftoverStacks(situation).flatMap(({ stack, why }) => {
    const reason = liveCluster(situation)
      ? foreignTags(config, stack)[0]
      : unproved(config, stack);
    return reason
      ? [
          `metadata.name: the stack ${stack.name} is ${stack.status} and in the way (${why}), but not provably of this file: ${reason}; delete the stack yourself if nobody needs it, or choose another name.`,
        ]
      : [];
  });
}
