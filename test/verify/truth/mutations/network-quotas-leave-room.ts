import type { Mutation } from '../mutation.ts';

export const mutations: Mutation[] = [
  {
    name: 'a route table is as full as the quota allows',
    guideline: 'network-quotas-leave-room',
    async apply({ testbed }) {
      await testbed.settings({ quotas: { routesPerTable: 4 } });
      return () => testbed.settings({ quotas: { routesPerTable: 50 } });
    },
    expect: {
      'network-quotas-leave-room/auditor': 'fail',
      'network-quotas-leave-room/ledger': 'fail',
    },
    observed: '4 of 4',
  },
];
