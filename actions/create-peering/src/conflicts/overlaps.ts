import { overlaps, toRange } from '@scalardl-on-eks/plugin-scalardl-common';
import type { Link } from '../link/link';
import type { Counterpart } from '../network/network';

/**
 * Ranges of the two VPCs that share an address, and ranges of a VPC that the Kubernetes services of the other
 * one's cluster hide: a pod that calls such an address ends at a service of its own cluster.
 */
export function overlapConflicts({ connection, from, to }: Link): string[] {
  return [
    ...common(from.ranges, to.ranges).map(
      ([one, other]) =>
        `${connection.key}: expected disjoint ranges, found ${one} of ${from.name} and ${other} of ${to.name}, which overlap; peering refuses them, so one network has to move.`,
    ),
    ...hidden(from, to),
    ...hidden(to, from),
  ];
}

function hidden(cluster: Counterpart, other: Counterpart): string[] {
  const services = cluster.serviceRange ? [cluster.serviceRange] : [];
  return common(services, other.ranges).map(
    ([service, range]) =>
      `${other.key}: expected ranges outside of ${service}, the Kubernetes services of ${cluster.name}, found ${range}; pods there could not reach it.`,
  );
}

function common(
  ranges: readonly string[] = [],
  others: readonly string[] = [],
): [string, string][] {
  return ranges.flatMap(one =>
    others
      .filter(other => overlaps(toRange(one), toRange(other)))
      .map((other): [string, string] => [one, other]),
  );
}
