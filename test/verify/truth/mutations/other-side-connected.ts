import type { Mutation } from '../mutation.ts';

export const mutations: Mutation[] = [
  {
    name: 'the peering waits for acceptance, and its routes lead nowhere',
    guideline: 'other-side-connected',
    async apply({ testbed, peeringId }) {
      await testbed.setPeeringStatus(peeringId, 'pending-acceptance');
      return () => testbed.setPeeringStatus(peeringId, 'active');
    },
    expect: {},
    observed: 'blackhole',
  },
];
