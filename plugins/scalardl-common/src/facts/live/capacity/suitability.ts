import { admits } from '../../clusterConfig/placement';
import { type Taint, untolerated } from '../../clusterConfig/taints';
import { type Certainty, some } from '../../kubernetes/certainty';
import { lookupIn } from '../../kubernetes/labelSelector';
import { listOf } from '../../plain/plain';
import { type Workload, placementOf } from '../../release/workload';
import type { LiveNode } from '../kubernetes';
import { isFargate, isHybrid } from '../nodes/nodeKind';

/** An answer, and why it is not `yes`. */
export interface Suitability {
  answer: Certainty;
  detail: string;
}

/** Taints that come with a state of the node and go with it. */
export const PASSING_TAINT =
  /^(?:node\.kubernetes\.io\/|node\.cloudprovider\.kubernetes\.io\/|karpenter\.sh\/|ToBeDeletedByClusterAutoscaler$)/;

/**
 * Whether pods of one of the Deployments may come to the node, by what it is made for: its kind, lasting taints,
 * node selector and required node affinity. Where no Deployment is known, a taint leaves it open.
 */
export function suits(
  node: LiveNode,
  workloads: readonly Workload[],
): Suitability {
  if (isFargate(node)) return no('is one pod on Fargate, not a machine');
  if (isHybrid(node)) return no('is a machine outside of AWS');
  const taints = toTaints(node.taints).filter(
    ({ key }) => !PASSING_TAINT.test(key),
  );
  if (workloads.length === 0) return withoutWorkloads(taints);
  const labels = lookupIn(node.labels);
  const answer = some(
    workloads.map(workload =>
      admits({ taints, labels }, placementOf(workload)),
    ),
  );
  return answer === 'yes'
    ? { answer, detail: 'takes the product’s pods' }
    : { answer, detail: explain(taints, workloads) };
}

/** Why no pod is placed on the node at this moment; `undefined` where pods are. */
export function outOfService({
  ready,
  unschedulable,
  taints,
}: LiveNode): string | undefined {
  if (!ready) return 'is not ready';
  if (unschedulable) return 'is cordoned';
  const [passing] = untolerated(
    toTaints(taints).filter(({ key }) => PASSING_TAINT.test(key)),
    [],
  );
  return passing && `has the taint ${passing.key}`;
}

function no(detail: string): Suitability {
  return { answer: 'no', detail };
}

function withoutWorkloads(taints: readonly Taint[]): Suitability {
  const [taint] = untolerated(taints, []);
  return taint
    ? {
        answer: 'unknown',
        detail: `has the taint ${taint.key}, and whether the product tolerates it is not known`,
      }
    : { answer: 'yes', detail: 'takes any pod' };
}

function explain(
  taints: readonly Taint[],
  workloads: readonly Workload[],
): string {
  const tolerations = workloads.flatMap(workload =>
    listOf(workload.get('tolerations')),
  );
  const [taint] = untolerated(taints, tolerations);
  return taint
    ? `has the taint ${taint.key}:${taint.effect}, which the product does not tolerate`
    : 'is not chosen by the product’s nodeSelector or node affinity';
}

const EFFECTS: Readonly<Record<string, string>> = {
  NO_SCHEDULE: 'NoSchedule',
  NO_EXECUTE: 'NoExecute',
  PREFER_NO_SCHEDULE: 'PreferNoSchedule',
};

/** Taints as Kubernetes writes them; the API of EKS writes effects like `NO_SCHEDULE`. */
export function toTaints(
  taints: readonly { key: string; value?: string; effect: string }[],
): Taint[] {
  return taints.map(({ key, value = '', effect }) => ({
    key,
    value,
    effect: EFFECTS[effect] ?? effect,
  }));
}
