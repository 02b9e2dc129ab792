import fc from 'fast-check';
import {
  addressesOf,
  contains,
  formatCidr,
  normaliseCidr,
  overlaps,
  parseCidr,
  toRange,
} from './cidr';
import { anyRange } from './__testUtils__/anyRange';

describe('parseCidr', () => {
  it('reads a range as whole numbers', () => {
    expect(parseCidr('10.1.16.0/20')).toEqual({
      ok: true,
      range: { first: 167841792, last: 167845887, prefix: 20 },
    });
  });

  it.each(['0.0.0.0/0', '255.255.255.255/32', '128.0.0.0/1'])(
    'reads %s at the edge of the address space',
    text => {
      expect(formatCidr(toRange(text))).toBe(text);
    },
  );

  it('names the range that was meant where host bits are set', () => {
    expect(parseCidr('10.1.5.0/20')).toEqual({
      ok: false,
      reason:
        'starts at 10.1.5.0, which is not the first address of a /20 range; that is 10.1.0.0/20',
      suggestion: '10.1.0.0/20',
    });
  });

  it.each([
    ['10.1.0.0/15', 'has the prefix /15, which is not between /16 and /24'],
    ['10.1.0.0/25', 'has the prefix /25, which is not between /16 and /24'],
  ])('refuses %s by its prefix', (text, reason) => {
    const even = text.replace('10.1.', '10.0.');
    expect(parseCidr(even, { shortest: 16, longest: 24 })).toEqual({
      ok: false,
      reason,
    });
  });

  it.each([
    '',
    '10.1.0.0',
    '10.1.0.0/33',
    '10.1.0/20',
    '256.0.0.0/8',
    '10.1.0.0/20 ',
    ' 10.1.0.0/20',
    '10.1.0.0/-1',
    '10.1.0.0/2e1',
    '0x0a.1.0.0/20',
    '010.1.0.0/20',
    '10.1.0.0/020',
    'fd00::/8',
    '10.1.0.0/20\n',
  ])('refuses %j', text => {
    expect(parseCidr(text).ok).toBe(false);
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        expect(typeof parseCidr(text).ok).toBe('boolean');
      }),
    );
  });

  it('reads back what formatCidr writes', () => {
    fc.assert(
      fc.property(anyRange(), range => {
        expect(toRange(formatCidr(range))).toEqual(range);
      }),
    );
  });
});

describe('toRange', () => {
  it('says what is wrong with a text that is no range', () => {
    expect(() => toRange('10.1.5.0/20')).toThrow(
      '10.1.5.0/20 starts at 10.1.5.0, which is not the first address',
    );
  });
});

describe('normaliseCidr', () => {
  it.each([
    ['10.1.3.7/20', '10.1.0.0/20'],
    [' 10.1.0.0/20\n', '10.1.0.0/20'],
    ['10.1.0.0', undefined],
    ['payments', undefined],
  ])('%j becomes %j', (text, expected) => {
    expect(normaliseCidr(text)).toBe(expected);
  });
});

describe('overlaps and contains', () => {
  it.each([
    ['10.1.0.0/20', '10.1.16.0/20', false, false],
    ['10.1.0.0/20', '10.1.15.0/24', true, true],
    ['10.1.15.0/24', '10.1.0.0/20', true, false],
    ['10.1.0.0/20', '10.1.0.0/20', true, true],
    ['0.0.0.0/0', '255.255.255.255/32', true, true],
  ])('%s and %s', (one, other, overlap, inside) => {
    expect(overlaps(toRange(one), toRange(other))).toBe(overlap);
    expect(contains(toRange(one), toRange(other))).toBe(inside);
  });

  it('agree with a walk over the addresses', () => {
    const small = anyRange({ within: toRange('10.0.0.0/26') });
    fc.assert(
      fc.property(small, small, (one, other) => {
        const mine = new Set(addresses(one));
        const theirs = addresses(other);
        expect(overlaps(one, other)).toBe(theirs.some(at => mine.has(at)));
        expect(contains(one, other)).toBe(theirs.every(at => mine.has(at)));
      }),
    );
  });
});

function addresses({ first, prefix }: { first: number; prefix: number }) {
  return Array.from({ length: addressesOf(prefix) }, (_, at) => first + at);
}
