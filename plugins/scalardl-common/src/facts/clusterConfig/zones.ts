import { type Fact, read, unreadable } from '../fact';
import { textsOf } from '../plain/plain';
import type { SourceDocument } from '../sourceDocument';
import type { NodeGroup } from './nodeGroups';
import { nodeSubnets } from './nodeSubnets';

/** The availability zones in which the group's nodes start. */
export function zonesOf(
  clusterConfig: SourceDocument,
  group: NodeGroup,
): Fact<string[]> {
  const own = textsOf(group.get('availabilityZones'));
  if (own.length > 0) return read([...new Set(own)], clusterConfig.path);
  const subnets = nodeSubnets(clusterConfig, group);
  if (!subnets.ok) return subnets;
  const nameless = subnets.value.find(({ zone }) => zone === undefined);
  if (nameless) {
    return unreadable(
      `${clusterConfig.path} does not name the zone of subnet ${nameless.name}`,
    );
  }
  const zones = subnets.value.flatMap(({ zone }) => (zone ? [zone] : []));
  return read([...new Set(zones)], clusterConfig.path);
}
