import type { Mutation } from '../mutation.ts';

export const mutations: Mutation[] = [
  {
    name: 'EKS reports an issue of a node group',
    guideline: 'node-groups-healthy',
    async apply({ testbed, ledger }) {
      await testbed.settings({
        conditions: [
          {
            resource: 'nodegroup',
            name: ledger.plan.nodeGroup,
            status: 'DEGRADED',
            code: 'AsgInstanceLaunchFailures',
            message: 'You have reached your quota.',
          },
        ],
      });
      return () => testbed.settings({ conditions: [] });
    },
    expect: { 'node-groups-healthy/ledger': 'fail' },
    observed: 'AsgInstanceLaunchFailures',
  },
];
