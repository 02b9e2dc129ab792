import fc from 'fast-check';
import { contains, toRange } from './cidr';
import { findOverlaps } from './overlap';
import { anyRange } from './__testUtils__/anyRange';
import { formatCidr } from './cidr';
import { splitVpc } from './split';

/**
 * What `vpc.SetSubnets` of eksctl 0.230.0 answered: the VPC, then the public subnets in the order of the
 * zones, then the private ones.
 */
const EKSCTL = `
10.1.0.0/16 10.1.0.0/19 10.1.32.0/19
10.1.0.0/16 10.1.0.0/19 10.1.32.0/19 10.1.64.0/19 10.1.96.0/19
10.1.16.0/20 10.1.16.0/23 10.1.18.0/23 10.1.20.0/23 10.1.22.0/23 10.1.24.0/23 10.1.26.0/23
10.1.8.0/21 10.1.8.0/24 10.1.9.0/24 10.1.10.0/24 10.1.11.0/24 10.1.12.0/24 10.1.13.0/24
10.1.0.0/24 10.1.0.0/27 10.1.0.32/27 10.1.0.64/27 10.1.0.96/27 10.1.0.128/27 10.1.0.160/27 10.1.0.192/27 10.1.0.224/27
10.1.0.0/24 10.1.0.0/28 10.1.0.16/28 10.1.0.32/28 10.1.0.48/28 10.1.0.64/28 10.1.0.80/28 10.1.0.96/28 10.1.0.112/28 10.1.0.128/28 10.1.0.144/28
10.1.16.0/20 10.1.16.0/24 10.1.17.0/24 10.1.18.0/24 10.1.19.0/24 10.1.20.0/24 10.1.21.0/24 10.1.22.0/24 10.1.23.0/24 10.1.24.0/24 10.1.25.0/24 10.1.26.0/24 10.1.27.0/24 10.1.28.0/24 10.1.29.0/24 10.1.30.0/24 10.1.31.0/24
`
  .trim()
  .split('\n')
  .map(line => line.split(' '));

const ZONES = [...'abcdefgh'].map(letter => `ap-northeast-1${letter}`);

function subnetsOf(cidr: string, zones: readonly string[]) {
  const split = splitVpc(cidr, zones);
  if (!split.ok) throw new Error(split.reason);
  return split.subnets;
}

describe('splitVpc', () => {
  it.each(EKSCTL)(
    'cuts %s as eksctl does, beginning %s',
    (vpc, ...expected) => {
      const subnets = subnetsOf(vpc, ZONES.slice(0, expected.length / 2));
      expect(subnets.map(({ cidr }) => cidr)).toEqual(expected);
    },
  );

  it('names zone and kind', () => {
    const zones = ['ap-northeast-1d', 'ap-northeast-1a'];
    expect(
      subnetsOf('10.1.0.0/20', zones).map(
        ({ zone, kind, cidr }) => `${zone} ${kind} ${cidr}`,
      ),
    ).toEqual([
      'ap-northeast-1d public 10.1.0.0/23',
      'ap-northeast-1a public 10.1.2.0/23',
      'ap-northeast-1d private 10.1.4.0/23',
      'ap-northeast-1a private 10.1.6.0/23',
    ]);
  });

  it.each([
    ['10.0.0.0/15', ZONES.slice(0, 3), '/15, which is not between /16 and /24'],
    ['10.0.0.0/25', ZONES.slice(0, 3), '/25, which is not between /16 and /24'],
    ['10.0.1.0/20', ZONES.slice(0, 3), 'that is 10.0.0.0/20'],
    ['10.0.0.0/20', [], 'no availability zone is named'],
    ['10.0.0.0/20', [...ZONES, 'x', 'y'], '10 availability zones are named'],
    ['10.0.0.0/20', ['a', 'b', 'a'], 'the availability zone a is named twice'],
  ])('refuses %s over %j', (cidr, zones, reason) => {
    expect(splitVpc(cidr, zones)).toEqual({
      ok: false,
      reason: expect.stringContaining(reason),
    });
  });

  it('cuts disjoint subnets inside the VPC, one of each kind in each zone', () => {
    fc.assert(
      fc.property(
        anyRange({ within: toRange('10.0.0.0/16'), longest: 24 }),
        fc.integer({ min: 1, max: 8 }),
        (vpc, count) => {
          const zones = ZONES.slice(0, count);
          const subnets = subnetsOf(formatCidr(vpc), zones);
          expect(findOverlaps(subnets)).toEqual([]);
          expect(subnets.every(({ range }) => contains(vpc, range))).toBe(true);
          expect(
            new Set(subnets.map(({ zone, kind }) => `${zone} ${kind}`)).size,
          ).toBe(2 * count);
        },
      ),
    );
  });
});
