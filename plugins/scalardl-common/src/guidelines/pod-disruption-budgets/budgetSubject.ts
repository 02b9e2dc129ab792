import {
  type Budget,
  allowedDisruptions,
  budgetsOf,
} from '../../facts/release/disruptionBudgets';
import { minimumReplicas } from '../../facts/release/replicas';
import type { Workload } from '../../facts/release/workload';
import type { SourceDocument } from '../../facts/sourceDocument';
import type { Subject } from '../../report/report';

/** Judges the budget of a workload's pods, among all manifests or all objects of the cluster. */
export function budgetSubject(
  workload: Workload,
  manifests: readonly SourceDocument[],
): Subject {
  const id = workload.title;
  const budgets = budgetsOf(workload, manifests);
  const [budget, second] = budgets;
  if (!budget) {
    const detail = `no PodDisruptionBudget selects the ${id} pods`;
    const other = manifests.find(
      manifest => manifest.get('kind') === 'PodDisruptionBudget',
    );
    const location = other?.locate('spec', 'selector') ?? workload.locate();
    return { id, verdict: 'fail', detail, location };
  }
  const location = second
    ? second.object.locate('spec', 'selector')
    : budget.object.locate('spec');
  if (budgets.some(({ answer }) => answer === 'unknown')) {
    const detail = `whether a PodDisruptionBudget selects the ${id} pods depends on the release name`;
    return { id, verdict: 'unknown', detail, location };
  }
  if (second) {
    const names = budgets.map(({ object }) => object.name).join(' and ');
    const detail = `${names} both select the ${id} pods, so Kubernetes evicts none of them`;
    return { id, verdict: 'fail', detail, location };
  }
  return judgeRoom(workload, { budget, manifests });
}

function judgeRoom(
  workload: Workload,
  {
    budget,
    manifests,
  }: { budget: Budget; manifests: readonly SourceDocument[] },
): Subject {
  const id = workload.title;
  const { count } = minimumReplicas(workload, manifests);
  const key =
    budget.object.get('spec', 'maxUnavailable') === undefined
      ? 'minAvailable'
      : 'maxUnavailable';
  const location = budget.object.locate('spec', key);
  const allowed =
    count === undefined ? undefined : allowedDisruptions(budget, count);
  if (count === undefined || allowed === undefined) {
    const detail = `how many ${id} pods the budget keeps cannot be read`;
    return { id, verdict: 'unknown', detail, location };
  }
  const detail = `${budget.object.name} lets ${allowed} of ${count} ${id} pods be evicted`;
  const fits = allowed > 0 && allowed < count;
  return { id, verdict: fits ? 'pass' : 'fail', detail, location };
}
