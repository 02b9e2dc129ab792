import fc from 'fast-check';
import {
  DEFAULT_SIDE_PREFIX,
  firstFreePair,
  firstFreeRange,
  firstFreeRanges,
  holdersOf,
} from './allocate';
import {
  type Ipv4Range,
  addressesOf,
  contains,
  formatCidr,
  overlaps,
  rangeAt,
  toRange,
} from './cidr';
import { findOverlaps } from './overlap';
import { anyRange } from './__testUtils__/anyRange';

const POOL = toRange('10.0.0.0/8');

describe('firstFreeRange', () => {
  it.each([
    ['nothing is taken', [], '10.0.0.0/20'],
    ['the first is taken', ['10.0.0.0/20'], '10.0.16.0/20'],
    ['there is a hole', ['10.0.32.0/20', '10.0.0.0/20'], '10.0.16.0/20'],
    ['a small range stands in it', ['10.0.7.0/28'], '10.0.16.0/20'],
    ['a larger range covers it', ['10.0.0.0/16', '10.0.3.0/24'], '10.1.0.0/20'],
    ['taken ranges lie elsewhere', ['172.20.0.0/16'], '10.0.0.0/20'],
  ])('where %s', (_, taken, expected) => {
    const free = firstFreeRange({
      pool: POOL,
      prefix: 20,
      taken: taken.map(toRange),
    });
    expect(free && formatCidr(free)).toBe(expected);
  });

  it('finds none where the pool is smaller than the range', () => {
    const pool = toRange('10.0.0.0/24');
    expect(firstFreeRange({ pool, prefix: 20, taken: [] })).toBeUndefined();
  });

  it('reaches the last range of the address space', () => {
    const pool = toRange('255.255.255.0/24');
    const taken = [toRange('255.255.255.0/25')];
    expect(firstFreeRanges({ pool, prefix: 25, taken, count: 9 })).toEqual([
      toRange('255.255.255.128/25'),
    ]);
  });
});

describe('firstFreeRanges', () => {
  it('finds what trying every range of a small pool finds', () => {
    const pool = toRange('10.0.0.0/24');
    fc.assert(
      fc.property(
        fc.array(anyRange({ within: toRange('10.0.0.0/23') }), {
          maxLength: 12,
        }),
        fc.integer({ min: 24, max: 29 }),
        fc.nat(5),
        (taken, prefix, count) => {
          const query = { pool, prefix, taken, count };
          expect(firstFreeRanges(query)).toEqual(
            everyRange(pool, prefix)
              .filter(range => !taken.some(other => overlaps(other, range)))
              .slice(0, count),
          );
        },
      ),
      { numRuns: 500 },
    );
  });

  it('never gives a range that is taken, given twice, or outside of the pool', () => {
    fc.assert(
      fc.property(fc.array(anyRange({ longest: 28 })), taken => {
        const query = { pool: POOL, prefix: 18, taken, count: 40 };
        const free = firstFreeRanges(query);
        expect(findOverlaps(free.map(range => ({ range })))).toEqual([]);
        for (const range of free) {
          expect(contains(POOL, range)).toBe(true);
          expect(taken.some(other => overlaps(other, range))).toBe(false);
        }
      }),
    );
  });
});

describe('firstFreePair', () => {
  it('serves 2,048 environments, which fill 10.0.0.0/8', () => {
    const taken: Ipv4Range[] = [];
    for (let environment = 0; environment < 2048; environment += 1) {
      const pair = firstFreePair({
        pool: POOL,
        prefix: DEFAULT_SIDE_PREFIX,
        taken,
      });
      if (!pair) throw new Error(`no pair for environment ${environment}`);
      taken.unshift(toRange(pair.auditor), toRange(pair.ledger));
    }
    expect(findOverlaps(taken.map(range => ({ range })))).toEqual([]);
    expect(taken.every(range => contains(POOL, range))).toBe(true);
    const query = { pool: POOL, prefix: DEFAULT_SIDE_PREFIX, taken };
    expect(firstFreePair(query)).toBeUndefined();
  });

  it('gives none where only one range is left', () => {
    const taken = everyRange(POOL, 20).slice(0, -1);
    expect(firstFreeRange({ pool: POOL, prefix: 20, taken })).toEqual(
      toRange('10.255.240.0/20'),
    );
    expect(firstFreePair({ pool: POOL, prefix: 20, taken })).toBeUndefined();
  });
});

describe('holdersOf', () => {
  it('names everybody who uses addresses of a range', () => {
    const taken = [
      { holder: 'payments', range: toRange('10.1.0.0/20') },
      { holder: 'shop', range: toRange('10.1.16.0/20') },
      { holder: 'runners', range: toRange('10.1.15.0/24') },
    ];
    expect(
      holdersOf(toRange('10.1.0.0/20'), taken).map(({ holder }) => holder),
    ).toEqual(['payments', 'runners']);
  });
});

function everyRange(pool: Ipv4Range, prefix: number): Ipv4Range[] {
  const size = addressesOf(prefix);
  const count = Math.floor(addressesOf(pool.prefix) / size);
  return Array.from({ length: count }, (_, index) =>
    rangeAt(pool.first + index * size, prefix),
  );
}
