import { overlaps, toRange } from '../../network/cidr';
import { textOf } from '../plain/plain';
import { type Claim, type Claims, type Gap, SIDE_TITLE, claim } from './claim';
import type { SideFiles } from './vpcClaims';

/**
 * EKS takes one of these where no range is asked for, never one that overlaps the cluster's own VPC
 * (https://docs.aws.amazon.com/eks/latest/APIReference/API_KubernetesNetworkConfigRequest.html).
 */
const DEFAULT_SERVICE_RANGES = ['10.100.0.0/16', '172.20.0.0/16'];

/** The range of a cluster's Services. */
export type ServiceRange =
  | { decided: true; claims: Claims }
  /** EKS decides among these. */
  | { decided: false; candidates: Claim[] };

/** The range of the cluster's Services; left out, EKS decides. */
export function serviceRange(
  { clusterConfig, side }: SideFiles,
  ownNetworks: readonly Claim[],
): ServiceRange {
  const path = ['kubernetesNetworkConfig', 'serviceIPv4CIDR'];
  const rest = {
    owner: `the Services of ${SIDE_TITLE[side]}`,
    purpose: 'services' as const,
    location: clusterConfig.locate(...path),
  };
  const family = String(
    clusterConfig.get('kubernetesNetworkConfig', 'ipFamily') ?? 'IPv4',
  );
  if (family.toLowerCase() === 'ipv6')
    return {
      decided: true,
      claims: gap({
        ...rest,
        reason: 'the cluster is IPv6, which is not judged',
      }),
    };
  const written = textOf(clusterConfig.get(...path));
  if (written) return { decided: true, claims: claim(written, rest) };
  const candidates = DEFAULT_SERVICE_RANGES.map(cidr => ({
    ...rest,
    cidr,
    range: toRange(cidr),
  })).filter(
    ({ range }) => !ownNetworks.some(own => overlaps(own.range, range)),
  );
  const [only, ...others] = candidates;
  return only && others.length === 0
    ? { decided: true, claims: { claims: [only], gaps: [] } }
    : { decided: false, candidates };
}

function gap({ owner, location, reason }: Gap): Claims {
  return { claims: [], gaps: [{ owner, location, reason }] };
}
