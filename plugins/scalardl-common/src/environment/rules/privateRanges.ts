import { PRIVATE_RANGES, isPrivateRange, namedRanges } from '../ranges';
import type { Rule } from './rule';

/** Every network of the file is private: what may call the pair is never an address of the internet. */
export const privateRanges: Rule = environment =>
  namedRanges(environment)
    .filter(({ path, range }) => !isService(path) && !isPrivateRange(range))
    .map(({ path, cidr }) => ({
      path,
      expected: `a private range inside ${PRIVATE_RANGES.join(', ')}`,
      received: cidr,
      remedy:
        'Choose a private range: the pair is reached over private networks only.',
    }));

/** The service range has a rule of its own. */
function isService(path: readonly unknown[]): boolean {
  return path.at(-1) === 'serviceCidr';
}
