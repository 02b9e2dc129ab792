import type { Location } from '../../report/report';
import { listOf, recordOf, textOf, textsOf } from '../plain/plain';
import type { Key, SourceDocument } from '../sourceDocument';

/** A group of worker nodes in a ClusterConfig. */
export interface NodeGroup {
  /** `managedNodeGroups.ledger-v1`; its position where it has no name. */
  id: string;
  /** The name that eksctl gives it, `undefined` where it has none. */
  name: string | undefined;
  /** Managed by EKS, or an Auto Scaling group of our own (`nodeGroups`). */
  managed: boolean;
  /** The value under the keys, counted from the group. */
  get(...keys: Key[]): unknown;
  /** Where the key stands, or the nearest one above it. */
  locate(...keys: Key[]): Location;
}

/** Every node group of a ClusterConfig, managed and self-managed (https://docs.aws.amazon.com/eks/latest/eksctl/schema.html). */
export function nodeGroups(clusterConfig: SourceDocument): NodeGroup[] {
  return ['managedNodeGroups', 'nodeGroups'].flatMap(list =>
    listOf(clusterConfig.get(list)).map((value, index) => {
      const name = textOf(recordOf(value).name);
      return {
        id: `${list}.${name ?? index}`,
        name,
        managed: list === 'managedNodeGroups',
        get: (...keys) => clusterConfig.get(list, index, ...keys),
        locate: (...keys) => clusterConfig.locate(list, index, ...keys),
      };
    }),
  );
}

/** What eksctl uses where a group names no type. */
const DEFAULT_INSTANCE_TYPE = 'm5.large';

/** Every instance type that the group may start; `undefined` where the file does not tell. */
export function instanceTypesOf(group: NodeGroup): string[] | undefined {
  const mixed = group.managed
    ? textsOf(group.get('instanceTypes'))
    : textsOf(group.get('instancesDistribution', 'instanceTypes'));
  if (mixed.length > 0) return mixed;
  const single = textOf(group.get('instanceType'));
  if (single && single !== 'mixed') return [single];
  const elsewhere =
    group.get('launchTemplate') !== undefined ||
    group.get('instanceSelector') !== undefined ||
    single === 'mixed';
  return elsewhere ? undefined : [DEFAULT_INSTANCE_TYPE];
}

/** Where the types of a group are named. */
export function locateInstanceTypes(group: NodeGroup): Location {
  if (group.get('instanceTypes') !== undefined)
    return group.locate('instanceTypes');
  if (group.get('instancesDistribution') !== undefined)
    return group.locate('instancesDistribution', 'instanceTypes');
  return group.locate('instanceType');
}
