import { PRIVATE_ENDPOINT, setClusterVpc } from '../clusterConfig.ts';
import type { Mutation } from '../mutation.ts';

export const mutations: Mutation[] = [
  {
    name: 'the endpoint is public for one address',
    guideline: 'private-cluster-endpoint',
    async apply({ ledger }) {
      await setClusterVpc(ledger, {
        endpointPublicAccess: true,
        publicAccessCidrs: ['203.0.113.7/32'],
      });
      return () => setClusterVpc(ledger, PRIVATE_ENDPOINT);
    },
    expect: { 'private-cluster-endpoint/ledger': 'fail' },
    observed: '203.0.113.7/32',
  },
];
