import { type AddressSet, addressSet } from '../../ranges/addressSet';

/** Reading ranges takes longer than comparing them, and every gate compares the same ones. */
const known = new WeakMap<readonly string[], AddressSet>();

/** The addresses of ranges that do not change once they were asked for, such as those of facts. */
export function addressesIn(ranges: readonly string[]): AddressSet {
  const before = known.get(ranges);
  if (before) return before;
  const addresses = addressSet(ranges);
  known.set(ranges, addresses);
  return addresses;
}
