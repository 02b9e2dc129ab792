import type { Endpoint } from '../state/clusterState';
import { type Situation, liveCluster } from './situation';

/** What of the endpoint is wanted; a flag that nobody names stays as it is. */
export function wantedEndpoint(situation: Situation): Endpoint | undefined {
  const live = liveCluster(situation)?.endpoint;
  const { choices } = situation;
  if (!live || choices.endpoint === 'keep') return undefined;
  if (choices.endpoint === 'bootstrap') {
    return {
      publicAccess: true,
      privateAccess: true,
      publicAccessCidrs: choices.bootstrapCidr ? [choices.bootstrapCidr] : [],
    };
  }
  return declaredEndpoint(situation, live);
}

function declaredEndpoint({ config }: Situation, live: Endpoint): Endpoint {
  if (config.privateCluster?.enabled) {
    return { ...live, publicAccess: false, privateAccess: true };
  }
  const { clusterEndpoints, publicAccessCIDRs } = config.vpc ?? {};
  return {
    publicAccess: clusterEndpoints?.publicAccess ?? live.publicAccess,
    privateAccess: clusterEndpoints?.privateAccess ?? live.privateAccess,
    publicAccessCidrs: publicAccessCIDRs ?? live.publicAccessCidrs,
  };
}

/** Ranges count only while the public endpoint is open. */
export function sameEndpoint(one: Endpoint, other: Endpoint): boolean {
  return describeEndpoint(one) === describeEndpoint(other);
}

/** `private only`, `public to 203.0.113.7/32 and private` */
export function describeEndpoint({
  publicAccess,
  privateAccess,
  publicAccessCidrs,
}: Endpoint): string {
  if (!publicAccess) return privateAccess ? 'private only' : 'closed';
  const ranges = [...publicAccessCidrs].sort().join(', ');
  return `public to ${ranges}${privateAccess ? ' and private' : ' only'}`;
}
