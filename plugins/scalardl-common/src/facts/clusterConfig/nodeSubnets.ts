import type { Location } from '../../report/report';
import { type Fact, read, unreadable } from '../fact';
import { textsOf } from '../plain/plain';
import type { SourceDocument } from '../sourceDocument';
import { declaredSubnets, hasExistingSubnets } from './declaredSubnets';
import { newSubnets } from './newVpc';
import type { NodeGroup } from './nodeGroups';

/** A subnet in which nodes start. */
export interface NodeSubnet {
  name: string;
  kind: 'private' | 'public';
  /** `undefined` where the file does not tell. */
  zone: string | undefined;
  /** IPv4 range, `undefined` where the file does not tell. */
  cidr: string | undefined;
  location: Location;
}

/** The subnets in which the group's nodes start: of an existing VPC, or as eksctl will cut them. */
export function nodeSubnets(
  clusterConfig: SourceDocument,
  group: NodeGroup,
): Fact<NodeSubnet[]> {
  if (group.get('localZones') !== undefined) {
    return unreadable(`${group.id} runs in local zones`);
  }
  const named = textsOf(group.get('subnets'));
  if (named.length > 0) return namedSubnets(clusterConfig, named);
  const all = allSubnets(clusterConfig);
  if (!all.ok) return all;
  const kind = group.get('privateNetworking') === true ? 'private' : 'public';
  const zones = textsOf(group.get('availabilityZones'));
  const chosen = all.value.filter(
    subnet =>
      subnet.kind === kind &&
      (zones.length === 0 ||
        subnet.zone === undefined ||
        zones.includes(subnet.zone)),
  );
  return read(chosen, clusterConfig.path);
}

function allSubnets(clusterConfig: SourceDocument): Fact<NodeSubnet[]> {
  const source = clusterConfig.path;
  if (hasExistingSubnets(clusterConfig))
    return read(declaredSubnets(clusterConfig), source);
  const created = newSubnets(clusterConfig);
  if (!created.ok) return unreadable(created.reason);
  const location = clusterConfig.locate('vpc', 'cidr');
  return read(
    created.subnets.map(({ kind, zone, cidr }) => ({
      name: `${kind} subnet of ${zone}`,
      kind,
      zone,
      cidr,
      location,
    })),
    source,
  );
}

/** A group names its subnets by key or by id; one that the file does not list is somewhere in the account. */
function namedSubnets(
  clusterConfig: SourceDocument,
  names: readonly string[],
): Fact<NodeSubnet[]> {
  const declared = declaredSubnets(clusterConfig);
  const found = names.map(name =>
    declared.find(subnet => subnet.name === name || subnet.id === name),
  );
  const missing = names.find((_, index) => found[index] === undefined);
  return missing === undefined
    ? read(
        found.filter(subnet => subnet !== undefined),
        clusterConfig.path,
      )
    : unreadable(`${clusterConfig.path} does not list the subnet ${missing}`);
}
