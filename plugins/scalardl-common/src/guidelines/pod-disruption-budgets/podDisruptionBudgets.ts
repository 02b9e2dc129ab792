import { releaseOf } from '../../facts/release/release';
import { envoyWorkload, productWorkload } from '../../facts/release/workload';
import { combine } from '../finding';
import { type Guideline, sideCheck } from '../guideline';
import { source } from '../sources';
import { budgetSubject } from './budgetSubject';
import { live } from './live';

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
        workloads.map(workload => budgetSubject(workload, manifests)),
        { none: 'no pods', expected: 'one budget each that leaves room' },
      );
    },
  }),
  live,
};
