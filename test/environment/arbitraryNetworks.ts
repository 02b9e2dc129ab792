import fc from 'fast-check';
import {
  type EnvironmentInput,
  findInstanceType,
  formatCidr,
  rangeAt,
  smallestVpcPrefix,
  toRange,
} from '@scalardl-on-eks/plugin-scalardl-common';

type SpecInput = EnvironmentInput['spec'];
type SideInput = SpecInput['ledger'];

/** The pool of 10.0.0.0/8 in blocks of /14: every network of an environment has one of its own. */
export const BLOCKS = 64;

export function smallestPrefix(
  nodes: { instanceTypes: string[]; max: number },
  zones: number,
): number {
  const prefixes = nodes.instanceTypes.map(name => {
    const instance = findInstanceType(name);
    if (!instance) throw new Error(`${name} is not in the table of types`);
    return smallestVpcPrefix({ instance, maxNodes: nodes.max, zones }) ?? 16;
  });
  return Math.min(...prefixes);
}

interface NetworkFrame {
  region: string;
  block: number;
  zoneCount: number;
  /** Longest prefix whose subnets hold the nodes. */
  smallest: number;
}

export function networks(
  frame: NetworkFrame,
): fc.Arbitrary<SideInput['network']> {
  const zones = Array.from(
    { length: frame.zoneCount },
    (_, index) => `${frame.region}${'abcdef'.charAt(index)}`,
  );
  const cidrs = rangesIn(blockCidr(frame.block), {
    largest: 16,
    smallest: frame.smallest,
  });
  return fc.oneof(
    { weight: 3, arbitrary: cidrs.map(cidr => ({ cidr, zones })) },
    { weight: 1, arbitrary: existingVpcs(blockCidr(frame.block), zones) },
  );
}

/** A VPC that is already there: a /16 of the block, with a private subnet of /19 in each zone. */
function existingVpcs(
  block: string,
  zones: readonly string[],
): fc.Arbitrary<SideInput['network']> {
  return fc
    .record({
      cidr: rangesIn(block, { largest: 16, smallest: 16 }),
      id: resourceIds(),
    })
    .map(({ cidr, id }) => ({
      existing: {
        vpcId: `vpc-0${id}`,
        cidrs: [cidr],
        privateSubnets: zones.map((zone, index) => ({
          id: `subnet-${index}${id}`,
          zone,
          cidr: formatCidr(rangeAt(toRange(cidr).first + index * 2 ** 13, 19)),
        })),
      },
    }));
}

export function applications(
  blocks: readonly number[],
): fc.Arbitrary<NonNullable<SpecInput['applications']>> {
  return fc
    .array(
      fc.record({
        peering: fc.constantFrom('create', 'external', undefined),
        id: resourceIds(),
      } as const),
      { maxLength: blocks.length },
    )
    .chain(entries =>
      fc.tuple(
        ...entries.map(({ peering, id }, index) =>
          rangesIn(blockCidr(blocks[index] ?? index), {
            largest: 16,
            smallest: 28,
          }).map(cidr => ({
            name: `application${index}`,
            cidrs: [cidr],
            peering,
            vpcId: peering === 'external' ? undefined : `vpc-${index}${id}`,
          })),
        ),
      ),
    );
}

export function runners(
  blocks: readonly number[],
): fc.Arbitrary<SpecInput['runners']> {
  return fc.record({
    labels: fc.constant(['self-hosted', 'linux']),
    cidrs: fc.tuple(
      ...blocks.map(block =>
        rangesIn(blockCidr(block), { largest: 20, smallest: 28 }),
      ),
    ),
  });
}

/** Sixteen hexadecimal digits. */
export function resourceIds(): fc.Arbitrary<string> {
  return fc.nat().map(number => number.toString(16).padStart(16, '0'));
}

function blockCidr(block: number): string {
  return formatCidr(rangeAt(toRange('10.0.0.0/8').first + block * 2 ** 18, 14));
}

/** A random range of a pool, of a size between two prefix lengths. */
export function rangesIn(
  pool: string,
  size: { largest: number; smallest: number },
): fc.Arbitrary<string> {
  const { first, prefix: poolPrefix } = toRange(pool);
  const { largest, smallest } = size;
  return fc
    .integer({ min: Math.min(largest, smallest), max: smallest })
    .chain(prefix =>
      fc
        .nat(2 ** (prefix - poolPrefix) - 1)
        .map(place =>
          formatCidr(rangeAt(first + place * 2 ** (32 - prefix), prefix)),
        ),
    );
}
