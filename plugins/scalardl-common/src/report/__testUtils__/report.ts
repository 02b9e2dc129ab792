import type { Report, Result } from '../report';

/** A result that passes, with the given differences. */
export function resultOf(differences: Partial<Result> = {}): Result {
  return {
    guideline: 'three-worker-nodes',
    level: 'requirement',
    stage: 'plan',
    scope: 'auditor',
    verdict: 'pass',
    subjects: [],
    subjectCount: 0,
    ...differences,
  };
}

export function reportOf(results: Result[]): Report {
  return {
    schemaVersion: 1,
    environment: 'payments',
    tool: 'verify-guidelines 0.1.0',
    startedAt: '2026-11-23T10:00:00.000Z',
    complete: true,
    results,
  };
}

/** One result of each kind, in an order that is not that of severity. */
export const MIXED = reportOf([
  resultOf({
    guideline: 'tls-enabled',
    level: 'recommendation',
    scope: 'ledger',
    reason: 'TLS is enabled between every pair of components.',
  }),
  resultOf({
    guideline: 'cluster-autoscaler-can-scale',
    level: 'derived',
    verdict: 'skipped',
    reason: 'the Cluster Autoscaler is switched off',
  }),
  resultOf({
    guideline: 'metrics-collected',
    level: 'recommendation',
    verdict: 'waived',
    reason:
      'bought in 2027 (waived by group:default/payments until 2027-03-31)',
  }),
  resultOf({
    guideline: 'disjoint-address-ranges',
    scope: 'pair',
    verdict: 'unknown',
    reason: 'clusters/ledger.yaml is not there',
  }),
  resultOf({
    guideline: 'pod-disruption-budgets',
    level: 'derived',
    verdict: 'fail',
    reason: 'A disruption budget forbids or allows every eviction.',
  }),
  resultOf({
    verdict: 'fail',
    reason: 'A cluster has fewer than three worker nodes.',
    expected: 'at least 3 nodes',
    observed: '2 nodes',
    remedy: 'Raise spec.auditor.nodes.desired.',
    location: { file: 'clusters/auditor.yaml', line: 41, column: 5 },
    subjects: [
      {
        id: 'auditor-v1',
        verdict: 'fail',
        detail: 'desiredCapacity 2',
        location: { file: 'clusters/auditor.yaml', line: 41, column: 5 },
      },
      { id: 'auditor-v2', verdict: 'pass', detail: 'desiredCapacity 3' },
    ],
    subjectCount: 2,
  }),
]);
