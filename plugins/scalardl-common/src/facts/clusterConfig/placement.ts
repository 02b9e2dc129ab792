import { type Certainty, certain, every, some } from '../kubernetes/certainty';
import { meetsExpression, type LabelLookup } from '../kubernetes/labelSelector';
import { listOf, recordOf } from '../plain/plain';
import type { NodeGroup } from './nodeGroups';
import { type Taint, taintsOf, untolerated } from './taints';

/** The parts of a pod that decide on which nodes it may run. */
export interface PodPlacement {
  nodeSelector: unknown;
  affinity: unknown;
  tolerations: unknown;
}

/** Whether the pod may run on the nodes of the group, by taints, node selector and required node affinity. */
export function mayRunOn(pod: PodPlacement, group: NodeGroup): Certainty {
  return admits({ taints: taintsOf(group), labels: nodeLabels(group) }, pod);
}

/** Whether a node with these taints and labels takes the pod. */
export function admits(
  node: { taints: readonly Taint[]; labels: LabelLookup },
  pod: PodPlacement,
): Certainty {
  const selected = Object.entries(recordOf(pod.nodeSelector)).map(
    ([key, value]) =>
      meetsExpression({ key, operator: 'In', values: [value] }, node.labels),
  );
  const tolerated = certain(
    untolerated(node.taints, listOf(pod.tolerations)).length === 0,
  );
  return every([
    tolerated,
    ...selected,
    meetsAffinity(pod.affinity, node.labels),
  ]);
}

/** One term must hold, and of a term every expression. */
function meetsAffinity(affinity: unknown, labels: LabelLookup): Certainty {
  const required = recordOf(
    recordOf(affinity).nodeAffinity,
  ).requiredDuringSchedulingIgnoredDuringExecution;
  if (required === undefined) return 'yes';
  const terms = listOf(recordOf(required).nodeSelectorTerms).map(recordOf);
  return some(
    terms.map(term =>
      term.matchFields === undefined
        ? every(
            listOf(term.matchExpressions).map(expression =>
              meetsExpression(expression, labels),
            ),
          )
        : 'unknown',
    ),
  );
}

/** Keys of labels that EKS and kubelet put on a node themselves. */
const SYSTEM_LABEL =
  /(?:^|\.)(?:kubernetes\.io|k8s\.io|k8s\.aws|amazonaws\.com|eksctl\.io)\//;

function nodeLabels(group: NodeGroup): LabelLookup {
  const labels: Readonly<Record<string, unknown>> = {
    'kubernetes.io/os': 'linux',
    'eks.amazonaws.com/nodegroup': group.managed ? group.name : undefined,
    'alpha.eksctl.io/nodegroup-name': group.name,
    ...recordOf(group.get('labels')),
  };
  return key => {
    const value = labels[key];
    if (value !== undefined) return { value: String(value) };
    return SYSTEM_LABEL.test(key) ? 'unknown' : 'absent';
  };
}
