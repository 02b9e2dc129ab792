import type { Location } from '../../report/report';
import { nodeCountOf } from '../clusterConfig/nodeCount';
import { nodeGroups } from '../clusterConfig/nodeGroups';
import type { Certainty } from '../kubernetes/certainty';
import type { SourceDocument } from '../sourceDocument';

/** Whether some node group has room between its bounds, and which. */
export interface Growth {
  answer: Certainty;
  detail: string;
  location: Location;
}

/** Cluster Autoscaler moves a group between its bounds only. */
export function groupsGrow(clusterConfig: SourceDocument): Growth {
  const groups = nodeGroups(clusterConfig);
  const counts = groups.map(group => ({ group, count: nodeCountOf(group) }));
  const roomy = counts.find(
    ({ count }) => count && count.minimum < count.maximum,
  );
  if (roomy?.count) {
    return {
      answer: 'yes',
      detail: `${roomy.group.id} has ${roomy.count.minimum} to ${roomy.count.maximum} nodes`,
      location: roomy.group.locate('maxSize'),
    };
  }
  return {
    answer: counts.some(({ count }) => !count) ? 'unknown' : 'no',
    detail: 'no node group has room between minSize and maxSize',
    location:
      groups[0]?.locate('maxSize') ?? clusterConfig.locate('managedNodeGroups'),
  };
}
