import type { Optional } from '../planFacts';
import { listOf, recordOf } from '../plain/plain';
import type { Certainty } from '../kubernetes/certainty';
import type { SourceDocument } from '../sourceDocument';
import { dynamicNodes } from './dynamicNodes';
import { nodeGroups } from './nodeGroups';

/** Whether something adds and removes nodes while the cluster runs. */
export interface NodeAutoscaling {
  answer: Certainty;
  /** What does, or why that is not known. */
  detail: string;
}

/** Reads it off the ClusterConfig, and off Cluster Autoscaler's values where there are any. */
export function nodeAutoscaling(
  clusterConfig: SourceDocument,
  clusterAutoscaler: Optional<SourceDocument>,
): NodeAutoscaling {
  const dynamic = dynamicNodes(clusterConfig);
  if (dynamic) return { answer: 'yes', detail: dynamic };
  if (clusterAutoscaler.ok && clusterAutoscaler.value) {
    const { path } = clusterAutoscaler.value;
    return { answer: 'yes', detail: `Cluster Autoscaler by ${path}` };
  }
  if (mayScale(clusterConfig)) {
    return {
      answer: 'yes',
      detail: `Cluster Autoscaler has rights by ${clusterConfig.path}`,
    };
  }
  return clusterAutoscaler.ok
    ? { answer: 'no', detail: 'nothing adds nodes' }
    : { answer: 'unknown', detail: clusterAutoscaler.reason };
}

/** True where the file gives Cluster Autoscaler its IAM rights. */
function mayScale(clusterConfig: SourceDocument): boolean {
  const accounts = ['podIdentityAssociations', 'serviceAccounts'].flatMap(
    list => listOf(clusterConfig.get('iam', list)),
  );
  return (
    accounts.some(
      account =>
        recordOf(recordOf(account).wellKnownPolicies).autoScaler === true,
    ) ||
    nodeGroups(clusterConfig).some(
      group => group.get('iam', 'withAddonPolicies', 'autoScaler') === true,
    )
  );
}
