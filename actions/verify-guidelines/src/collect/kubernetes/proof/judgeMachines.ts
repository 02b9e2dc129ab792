import type { LiveInstance } from '@scalardl-on-eks/plugin-scalardl-common';
import { isOfCluster } from '../../aws/instances';

type Machine = Pick<LiveInstance, 'id' | 'tags'>;

/**
 * Why the machines of an API's nodes do not show that it is the API of the cluster; `undefined` where they do. A
 * machine is a node of one cluster only, and its tags name that.
 *
 * @param nodes - instance ids of the nodes
 * @param machines - those of them that are there; nodes outlive their machines by some minutes
 */
export function judgeMachines(
  cluster: string,
  nodes: readonly string[],
  machines: readonly Machine[],
): string | undefined {
  if (nodes.length === 0) return 'none of its nodes is a machine of EC2';
  if (machines.length === 0)
    return `its nodes (${shown(nodes)}) are no machines of this account and region`;
  const foreign = machines.filter(({ tags }) => !isOfCluster(cluster, tags));
  return foreign.length > 0
    ? `its nodes (${shown(foreign.map(({ id }) => id))}) carry no tag of that cluster`
    : undefined;
}

const SHOWN = 3;

function shown(ids: readonly string[]): string {
  const first = ids.slice(0, SHOWN).join(', ');
  return ids.length > SHOWN ? `${first}, …` : first;
}
