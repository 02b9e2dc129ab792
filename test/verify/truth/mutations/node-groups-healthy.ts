import { conditionIs } from '../conditions.ts';
import type { Mutation } from '../mutation.ts';

export const mutations: Mutation[] = [
  {
    name: 'EKS reports an issue of a node group that is active',
    guideline: 'node-groups-healthy',
    apply: ({ testbed, ledger }) =>
      conditionIs(testbed, {
        resource: 'nodegroup',
        name: ledger.plan.nodeGroup,
        code: 'AsgInstanceLaunchFailures',
        message: 'You have reached your quota.',
      }),
    expect: { 'node-groups-healthy/ledger': 'fail' },
    observed: 'AsgInstanceLaunchFailures',
  },
  {
    name: 'a node group is being updated',
    guideline: 'node-groups-healthy',
    apply: ({ testbed, auditor }) =>
      conditionIs(testbed, {
        resource: 'nodegroup',
        name: auditor.plan.nodeGroup,
        status: 'UPDATING',
      }),
    expect: { 'node-groups-healthy/auditor': 'unknown' },
    observed: 'UPDATING',
  },
];
