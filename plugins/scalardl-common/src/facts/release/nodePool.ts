import { type InstanceType, findInstanceType } from '../../network/instances';
import { nodeCountOf } from '../clusterConfig/nodeCount';
import { instanceTypesOf, nodeGroups } from '../clusterConfig/nodeGroups';
import { mayRunOn } from '../clusterConfig/placement';
import { type Fact, read, unreadable } from '../fact';
import type { SourceDocument } from '../sourceDocument';
import { type Workload, placementOf } from './workload';

/** Nodes of one group. */
export interface PoolMember {
  id: string;
  /** Nodes that can be there at once. */
  count: number;
  /** The types the group may start; any of them may come. */
  types: readonly InstanceType[];
  /** Whether the other workload may run there too. */
  shared: boolean;
}

/**
 * The nodes on which a workload's pods may run, with their number: the desired one, or the largest where
 * something adds nodes. Not readable where a group's types or sizes are not known.
 */
export function nodePool(
  clusterConfig: SourceDocument,
  {
    workload,
    beside,
    grows,
  }: { workload: Workload; beside: Workload | undefined; grows: boolean },
): Fact<PoolMember[]> {
  const members: PoolMember[] = [];
  for (const group of nodeGroups(clusterConfig)) {
    const answer = mayRunOn(placementOf(workload), group);
    if (answer === 'no') continue;
    if (answer === 'unknown') {
      return unreadable(
        `whether ${workload.title} pods may run on ${group.id} is not known`,
      );
    }
    const names = instanceTypesOf(group);
    const count = nodeCountOf(group);
    if (!names || !count) {
      return unreadable(`the types or the size of ${group.id} are not known`);
    }
    const types = names.map(findInstanceType);
    const missing = names.find((_, index) => types[index] === undefined);
    if (missing) return unreadable(`${missing} is not in this program's table`);
    members.push({
      id: group.id,
      count: grows ? count.maximum : count.desired,
      types: types.filter(type => type !== undefined),
      shared:
        beside !== undefined && mayRunOn(placementOf(beside), group) !== 'no',
    });
  }
  return read(members, clusterConfig.path);
}
