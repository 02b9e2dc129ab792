import type { Mutation } from '../mutation.ts';

export const mutations: Mutation[] = [
  {
    name: 'the peering waits for acceptance, and its routes lead nowhere',
    guideline: 'other-side-connected',
    async apply({ testbed, peeringId }) {
      await testbed.setPeeringStatus(peeringId, 'pending-acceptance');
      return () => testbed.setPeeringStatus(peeringId, 'active');
    },
    expect: {
      'no-competing-routes/pair': 'skipped',
      'one-active-peering/pair': 'fail',
      'other-side-connected/pair': 'fail',
      'peering-resolves-names/pair': 'skipped',
      'routes-to-other-side/pair': 'fail',
    },
    observed: 'blackhole',
  },
];
