import {
  type Ipv4Range,
  formatCidr,
  parseCidr,
  rangeAt,
  addressesOf,
} from './cidr';

/** Prefix lengths that eksctl accepts for a new VPC. */
export const VPC_PREFIX = { shortest: 16, longest: 24 } as const;

/** The range of a new VPC where a ClusterConfig names none. */
export const DEFAULT_VPC_CIDR = '192.168.0.0/16';

/** Most zones that eksctl cuts a VPC for. */
const MOST_ZONES = 8;

/** One subnet that eksctl creates in a new VPC. */
export interface Subnet {
  zone: string;
  kind: 'public' | 'private';
  cidr: string;
  range: Ipv4Range;
}

export type SplitVpc =
  { ok: true; subnets: Subnet[] } | { ok: false; reason: string };

/**
 * The subnets that eksctl cuts from the range of a new VPC, in its order: the public one of each zone in the
 * order of the zones, then the private ones. The VPC is cut into eight or sixteen equal parts, whatever the
 * number of zones needs; the rest stays free.
 *
 * @see https://github.com/eksctl-io/eksctl/blob/v0.230.0/pkg/vpc/vpc.go `SetSubnets`
 */
export function splitVpc(cidr: string, zones: readonly string[]): SplitVpc {
  const parsed = parseCidr(cidr, VPC_PREFIX);
  if (!parsed.ok) return { ok: false, reason: `${cidr} ${parsed.reason}` };
  const flaw = flawOfZones(zones);
  if (flaw) return { ok: false, reason: flaw };
  const prefix = subnetPrefix(parsed.range.prefix, zones.length);
  const kinds = ['public', 'private'] as const;
  const subnets = kinds.flatMap((kind, half) =>
    zones.map((zone, index) => {
      const position = half * zones.length + index;
      const first = parsed.range.first + position * addressesOf(prefix);
      const range = rangeAt(first, prefix);
      return { zone, kind, cidr: formatCidr(range), range };
    }),
  );
  return { ok: true, subnets };
}

/** Prefix length of the subnets that eksctl cuts from a VPC: 23 for a /20 over three zones. */
export function subnetPrefix(vpcPrefix: number, zones: number): number {
  return vpcPrefix + (zones * 2 <= 8 ? 3 : 4);
}

function flawOfZones(zones: readonly string[]): string | undefined {
  if (zones.length === 0) return 'no availability zone is named';
  if (zones.length > MOST_ZONES)
    return `${zones.length} availability zones are named, and eksctl cuts a VPC for at most ${MOST_ZONES}`;
  const twice = zones.find((zone, index) => zones.indexOf(zone) !== index);
  if (twice) return `the availability zone ${twice} is named twice`;
  return undefined;
}
