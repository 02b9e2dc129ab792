import { conditionIs } from '../conditions.ts';
import type { Mutation } from '../mutation.ts';

export const mutations: Mutation[] = [
  {
    name: 'EKS reports an issue of a cluster that is active',
    guideline: 'clusters-active',
    apply: ({ testbed, auditor }) =>
      conditionIs(testbed, {
        resource: 'cluster',
        name: auditor.plan.cluster,
        code: 'ClusterUnreachable',
        message: 'The cluster cannot be reached.',
      }),
    expect: { 'clusters-active/auditor': 'fail' },
    observed: 'ClusterUnreachable',
  },
  {
    name: 'a cluster is being updated',
    guideline: 'clusters-active',
    apply: ({ testbed, ledger }) =>
      conditionIs(testbed, {
        resource: 'cluster',
        name: ledger.plan.cluster,
        status: 'UPDATING',
      }),
    expect: { 'clusters-active/ledger': 'unknown' },
    observed: 'UPDATING',
  },
];
