import type { NodeAutoscaling } from '../../clusterConfig/nodeAutoscaling';
import { nodePoolsOf } from '../capacity/nodePools';
import type { WorkloadClass } from '../kubernetes';
import type { SideLiveFacts } from '../liveFacts';
import { productOnFargate } from './productOnFargate';

/** The last part of the image's repository, whatever registry it was copied to. */
const CLUSTER_AUTOSCALER = /(?:^|\/)cluster-autoscaler(?:[:@]|$)/;

/** Whether something adds nodes to the cluster as it runs. */
export function liveNodeAutoscaling(facts: SideLiveFacts): NodeAutoscaling {
  const { cluster, nodePools, workloads } = facts;
  if (cluster.ok && cluster.value.autoMode)
    return { answer: 'yes', detail: 'EKS Auto Mode' };
  const [pool] = nodePools.ok ? nodePoolsOf(nodePools.value) : [];
  if (pool) return { answer: 'yes', detail: `the NodePool ${pool.name}` };
  if (productOnFargate(facts).all)
    return { answer: 'yes', detail: 'AWS Fargate' };
  const runs = workloads.ok && workloads.value.some(isClusterAutoscaler);
  const bounds = runs ? groupsCanGrow(facts) : undefined;
  if (bounds?.answer === 'yes') return bounds;
  const unread = [cluster, nodePools, workloads].find(fact => !fact.ok);
  if (unread && !unread.ok) return { answer: 'unknown', detail: unread.reason };
  return bounds ?? { answer: 'no', detail: 'nothing adds nodes' };
}

function isClusterAutoscaler({ images, desiredPods }: WorkloadClass): boolean {
  return (
    desiredPods > 0 && images.some(image => CLUSTER_AUTOSCALER.test(image))
  );
}

/** Cluster Autoscaler moves a group between its bounds only. */
function groupsCanGrow({
  nodeGroups,
  autoScalingGroups,
}: SideLiveFacts): NodeAutoscaling {
  const bounds = [
    ...(nodeGroups.ok ? nodeGroups.value.map(({ scaling }) => scaling) : []),
    ...(autoScalingGroups.ok ? autoScalingGroups.value : []),
  ];
  if (bounds.some(({ min, max }) => min < max))
    return { answer: 'yes', detail: 'Cluster Autoscaler' };
  const unread = [nodeGroups, autoScalingGroups].find(fact => !fact.ok);
  return unread && !unread.ok
    ? { answer: 'unknown', detail: unread.reason }
    : {
        answer: 'no',
        detail:
          'Cluster Autoscaler runs, and no group may grow: the least and the most are the same',
      };
}
