import type { Mutation } from '../mutation.ts';

export const mutations: Mutation[] = [
  {
    name: 'EKS reports an issue of a cluster that is active',
    guideline: 'clusters-active',
    async apply({ testbed, auditor }) {
      await testbed.settings({
        conditions: [
          {
            resource: 'cluster',
            name: auditor.plan.cluster,
            code: 'ClusterUnreachable',
            message: 'The cluster cannot be reached.',
          },
        ],
      });
      return () => testbed.settings({ conditions: [] });
    },
    expect: { 'clusters-active/auditor': 'fail' },
    observed: 'ClusterUnreachable',
  },
];
