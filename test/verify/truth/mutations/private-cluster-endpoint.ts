import { PRIVATE_ENDPOINT, setClusterVpc } from '../clusterConfig.ts';
import type { Mutation } from '../mutation.ts';

const RUNNER = ['203.0.113.7/32'];

export const mutations: Mutation[] = [
  {
    name: 'the endpoint is public for one address',
    guideline: 'private-cluster-endpoint',
    async apply({ ledger }) {
      await setClusterVpc(ledger, {
        endpointPublicAccess: true,
        publicAccessCidrs: RUNNER,
      });
      return () => setClusterVpc(ledger, PRIVATE_ENDPOINT);
    },
    expect: { 'private-cluster-endpoint/ledger': 'fail' },
    observed: '203.0.113.7/32',
  },
  {
    name: 'the address of a runner is stored, and public access is off',
    guideline: 'private-cluster-endpoint',
    async apply({ auditor }) {
      await setClusterVpc(auditor, {
        endpointPublicAccess: true,
        publicAccessCidrs: RUNNER,
      });
      await setClusterVpc(auditor, { endpointPublicAccess: false });
      return () => setClusterVpc(auditor, PRIVATE_ENDPOINT);
    },
    expect: {},
    because: 'stored ranges open nothing while public access is off',
  },
];
