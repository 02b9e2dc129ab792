import {
  type Budget,
  allowedDisruptions,
  budgetsOf,
} from '../../facts/release/disruptionBudgets';
import { releaseOf } from '../../facts/release/release';
import { minimumReplicas } from '../../facts/release/replicas';
import {
  type Workload,
  envoyWorkload,
  productWorkload,
} from '../../facts/release/workload';
import type { SourceDocument } from '../../facts/sourceDocument';
import type { Subject } from '../../report/report';
import { combine } from '../finding';
import { type Guideline, sideCheck } from '../guideline';
import { source } from '../sources';

/** https://kubernetes.io/docs/tasks/run-application/configure-pdb/ */
export const podDisruptionBudgets: Guideline = {
  id: 'pod-disruption-budgets',
  level: 'derived',
  title: 'Draining nodes never takes all pods at once',
  source: source('eksBestPractices', 'Running highly available applications'),
  pass: 'The product and Envoy each have one budget that keeps pods running and still lets nodes drain.',
  fail: 'A drained node may take too many pods with it, or may not be drained at all.',
  remedy:
    'Keep exactly one PodDisruptionBudget for the product and one for Envoy, with maxUnavailable: 1.',
  plan: sideCheck({
    needs: ['product', 'manifests'],
    needsShared: ['environment'],
    check: ({ product, manifests, environment }, { side }) => {
      const release = releaseOf(environment, side);
      const workloads = [
        productWorkload(product, { side, release }),
        envoyWorkload(product, { side, release }),
      ].filter(workload => workload !== undefined);
      return combine(
        workloads.map(workload => judgeWorkload(workload, manifests)),
        { none: 'no pods', expected: 'one budget each that leaves room' },
      );
    },
  }),
};

function judgeWorkload(
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
