import fc from 'fast-check';
import {
  EVERY_ADDRESS,
  addressSet,
  covers,
  difference,
  formatAddresses,
  isIpv4Range,
  union,
} from './addressSet';

describe('addressSet', () => {
  it('joins ranges that overlap or touch', () => {
    expect(
      formatAddresses(
        addressSet(['10.0.1.0/24', '10.0.0.0/24', '10.0.0.128/25']),
      ),
    ).toBe('10.0.0.0/23');
  });

  it('starts a range at its network address', () => {
    expect(formatAddresses(addressSet(['10.0.0.77/24']))).toBe('10.0.0.0/24');
  });

  it('leaves out what is no IPv4 range', () => {
    expect(addressSet(['::/0', '10.0.0.1', 'anywhere', '10.0.0.0/33'])).toEqual(
      [],
    );
  });

  it('knows that two halves are everything', () => {
    expect(addressSet(['128.0.0.0/1', '0.0.0.0/1'])).toEqual(EVERY_ADDRESS);
  });
});

describe('isIpv4Range', () => {
  it.each([
    ['10.0.0.0/8', true],
    ['0.0.0.0/0', true],
    ['10.0.0.0', false],
    ['10.0.0.0/40', false],
    ['::/0', false],
    ['', false],
  ])('answers for %p: %p', (text, expected) => {
    expect(isIpv4Range(text)).toBe(expected);
  });
});

describe('covers', () => {
  it('sees that a range is covered in parts', () => {
    expect(
      covers(
        addressSet(['10.1.0.0/21', '10.1.8.0/21']),
        addressSet(['10.1.0.0/20']),
      ),
    ).toBe(true);
  });

  it('sees that a part is missing', () => {
    const gap = difference(
      addressSet(['10.1.0.0/20']),
      addressSet(['10.1.0.0/21', '10.1.9.0/24']),
    );
    expect(formatAddresses(gap)).toBe('10.1.8.0/24, 10.1.10.0-10.1.15.255');
  });

  it('cuts a longer list in a report', () => {
    const set = addressSet([1, 3, 5, 7].map(third => `10.0.${third}.0/24`));
    expect(formatAddresses(set)).toMatch(/10\.0\.5\.0\/24, …$/);
  });

  it('agrees with a list of single addresses', () => {
    const span = fc
      .tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 8 }))
      .map(([first, length]) => ({ first, last: first + length }));
    const set = fc.array(span, { maxLength: 6 });
    const has = (
      spans: readonly { first: number; last: number }[],
      n: number,
    ) => spans.some(({ first, last }) => first <= n && n <= last);
    fc.assert(
      fc.property(set, set, (left, right) => {
        const minus = difference(union(left), union(right));
        for (let n = 0; n <= 50; n += 1) {
          expect(has(minus, n)).toBe(has(left, n) && !has(right, n));
        }
      }),
    );
  });
});
