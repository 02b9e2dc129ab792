import { type Certainty } from '../kubernetes/certainty';
import { resolveIntOrPercent } from '../kubernetes/intOrPercent';
import { lookupIn, selects } from '../kubernetes/labelSelector';
import {
  type KubernetesObject,
  maybeIn,
  objectsOf,
} from '../kubernetes/objects';
import type { SourceDocument } from '../sourceDocument';
import type { Workload } from './workload';

/** A PodDisruptionBudget that covers a workload's pods, surely or perhaps. */
export interface Budget {
  object: KubernetesObject;
  answer: Certainty;
}

/** The budgets that cover the workload's pods (https://kubernetes.io/docs/tasks/run-application/configure-pdb/). */
export function budgetsOf(
  workload: Workload,
  manifests: readonly SourceDocument[],
): Budget[] {
  return objectsOf(manifests)
    .filter(
      ({ kind, apiVersion }) =>
        kind === 'PodDisruptionBudget' && apiVersion === 'policy/v1',
    )
    .filter(object => maybeIn(object, workload.namespace))
    .map(object => ({
      object,
      answer: selects(
        object.get('spec', 'selector'),
        lookupIn(workload.labels),
      ),
    }))
    .filter(({ answer }) => answer !== 'no');
}

/**
 * How many of the pods may be evicted at once. Kubernetes rounds both percentages up. `undefined` where the
 * budget says neither or something that is no number.
 */
export function allowedDisruptions(
  { object }: Budget,
  replicas: number,
): number | undefined {
  const resolve = (key: string) =>
    resolveIntOrPercent(object.get('spec', key), {
      total: replicas,
      round: 'up',
    });
  const unavailable = resolve('maxUnavailable');
  if (unavailable !== undefined) return Math.min(unavailable, replicas);
  const available = resolve('minAvailable');
  return available === undefined
    ? undefined
    : Math.max(0, replicas - available);
}
