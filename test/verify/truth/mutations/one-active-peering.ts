import type { Mutation } from '../mutation.ts';

export const mutations: Mutation[] = [
  {
    name: 'the peering was deleted and stays listed',
    guideline: 'one-active-peering',
    async apply({ testbed, peeringId }) {
      await testbed.setPeeringStatus(peeringId, 'deleted');
      return () => testbed.setPeeringStatus(peeringId, 'active');
    },
    expect: {
      'no-competing-routes/pair': 'skipped',
      'one-active-peering/pair': 'fail',
      'other-side-connected/pair': 'fail',
      'peering-resolves-names/pair': 'skipped',
      'routes-to-other-side/pair': 'fail',
    },
    observed: 'deleted',
  },
];
