import type { WorkloadClass } from '../../facts/live';
import {
  type Classification,
  type ClassificationQuery,
  classifyWorkload,
  productNamespacesOf,
} from '../../facts/live/classification';
import type { Subject } from '../../report/report';
import { combine } from '../finding';
import { liveSideCheck } from '../liveCheck';
import { workloadId } from '../workloadId';

const VERDICTS: Readonly<Record<Classification['what'], Subject['verdict']>> = {
  product: 'pass',
  tool: 'pass',
  system: 'pass',
  allowed: 'pass',
  foreign: 'fail',
  unknown: 'unknown',
};

/** Judges everything that makes pods, of every namespace. */
export const live = liveSideCheck({
  needs: ['workloads'],
  check: ({ workloads }, { side, settings }) => {
    const productNamespaces = productNamespacesOf(workloads, {
      side,
      settings,
    });
    return combine(
      workloads.map(workload =>
        toSubject(workload, { side, settings, productNamespaces }),
      ),
      {
        none: 'nothing runs in the cluster',
        expected: 'the product, its tools and the cluster’s own parts',
      },
    );
  },
});

function toSubject(
  workload: WorkloadClass,
  query: ClassificationQuery,
): Subject {
  const id = workloadId(workload);
  const { what, detail } = classifyWorkload(workload, query);
  const resting =
    what === 'foreign' && workload.desiredPods === 0
      ? '; no pod of it is wanted now, but one may be at any time'
      : '';
  return {
    id,
    verdict: VERDICTS[what],
    detail: `${id} ${detail}${resting}`,
  };
}
