import fc from 'fast-check';
import { type Ipv4Range, addressesOf, rangeAt, toRange } from '../cidr';

/** Any range within another, every prefix length alike. */
export function anyRange(
  bounds: { within?: Ipv4Range; longest?: number } = {},
): fc.Arbitrary<Ipv4Range> {
  const { within = toRange('0.0.0.0/0'), longest = 32 } = bounds;
  return fc
    .integer({ min: within.prefix, max: longest })
    .chain(prefix =>
      fc
        .nat(addressesOf(within.prefix) / addressesOf(prefix) - 1)
        .map(index =>
          rangeAt(within.first + index * addressesOf(prefix), prefix),
        ),
    );
}
