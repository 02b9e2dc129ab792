import type { NodeGroup } from '../../clusterConfig/nodeGroups';
import { mayRunOn } from '../../clusterConfig/placement';
import { type Certainty, some } from '../../kubernetes/certainty';
import { plainDocument } from '../../plain/plainDocument';
import { type Workload, placementOf } from '../../release/workload';
import type { LiveNodeGroup } from '../aws';
import { toTaints } from './suitability';

/** Label by which a node tells its managed node group. */
export const NODE_GROUP_LABEL = 'eks.amazonaws.com/nodegroup';

/** Whether pods of one of the Deployments may come to new nodes of the group; open where none is known. */
export function groupSuits(
  group: LiveNodeGroup,
  workloads: readonly Workload[],
): Certainty {
  if (workloads.length === 0) {
    const tainted = toTaints(group.taints).some(
      ({ effect }) => effect !== 'PreferNoSchedule',
    );
    return tainted ? 'unknown' : 'yes';
  }
  const declared = asDeclared(group);
  return some(
    workloads.map(workload => mayRunOn(placementOf(workload), declared)),
  );
}

/** The group as a ClusterConfig would have it, so that one reading serves both stages. */
function asDeclared({ name, labels, taints }: LiveNodeGroup): NodeGroup {
  const { get, locate } = plainDocument(
    { labels, taints: toTaints(taints) },
    name,
  );
  return { id: name, name, managed: true, get, locate };
}
