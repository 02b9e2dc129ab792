import { findOverlaps } from '../../network/overlap';
import { type NamedRange, isPrivateRange, namedRanges } from '../ranges';
import type { Breach, Rule } from './rule';

/**
 * No range of one network, of the services or of the runners holds an address of another's. Public ranges
 * are refused by themselves.
 */
export const disjointRanges: Rule = environment => {
  const all = namedRanges(environment).filter(({ range }) =>
    isPrivateRange(range),
  );
  const first = new Map<string, NamedRange>();
  for (const entry of all) {
    if (!first.has(entry.cidr)) first.set(entry.cidr, entry);
  }
  const equal = all.flatMap(entry => couple(first.get(entry.cidr), entry));
  // Without equal ones, no address has more ranges around it than there are prefix lengths.
  const nested = findOverlaps([...first.values()]).flatMap(([one, other]) =>
    all.indexOf(one) < all.indexOf(other)
      ? couple(one, other)
      : couple(other, one),
  );
  return [...equal, ...nested];
};

/** The later of two ranges is the one to change. */
function couple(earlier: NamedRange | undefined, later: NamedRange): Breach[] {
  if (!earlier || earlier.owner === later.owner) return [];
  return [
    {
      path: later.path,
      guideline: 'disjoint-address-ranges',
      expected: `a range that shares no address with ${earlier.cidr} of ${earlier.owner}`,
      received: later.cidr,
      remedy: 'Choose a free range for one of the two.',
    },
  ];
}
