import fc from 'fast-check';
import { overlaps, toRange } from './cidr';
import { findOverlaps } from './overlap';
import { anyRange } from './__testUtils__/anyRange';

describe('findOverlaps', () => {
  it('finds each couple once, the lower range first', () => {
    const entries = [
      '10.2.0.0/16',
      '10.0.0.0/8',
      '10.2.4.0/24',
      '172.20.0.0/16',
    ];
    const found = findOverlaps(
      entries.map(cidr => ({ cidr, range: toRange(cidr) })),
    );
    expect(found.map(([one, other]) => [one.cidr, other.cidr])).toEqual([
      ['10.0.0.0/8', '10.2.0.0/16'],
      ['10.0.0.0/8', '10.2.4.0/24'],
      ['10.2.0.0/16', '10.2.4.0/24'],
    ]);
  });

  it('finds what comparing every two finds', () => {
    fc.assert(
      fc.property(
        fc.array(anyRange({ within: toRange('10.0.0.0/24') })),
        ranges => {
          const entries = ranges.map((range, id) => ({ id, range }));
          const expected = entries.flatMap((one, at) =>
            entries
              .slice(at + 1)
              .filter(other => overlaps(one.range, other.range))
              .map(other => couple(one, other)),
          );
          expect(
            findOverlaps(entries)
              .map(found => couple(...found))
              .sort(),
          ).toEqual(expected.sort());
        },
      ),
    );
  });
});

function couple(one: { id: number }, other: { id: number }) {
  return [one.id, other.id].sort((a, b) => a - b).join('-');
}
