import type { LiveCluster } from '../facts/live';
import type { Finding } from './guideline';
import { skipped } from './finding';

/** The finding of a rule about IPv4 where a cluster gives its pods IPv6 addresses. */
export function skippedForIpv6(
  ...clusters: readonly LiveCluster[]
): Finding | undefined {
  return clusters.some(({ ipFamily }) => ipFamily === 'ipv6')
    ? skipped('IPv6 clusters are not judged')
    : undefined;
}
