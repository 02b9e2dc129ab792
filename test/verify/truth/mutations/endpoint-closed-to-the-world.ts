import { PRIVATE_ENDPOINT, setClusterVpc } from '../clusterConfig.ts';
import type { Mutation } from '../mutation.ts';

export const mutations: Mutation[] = [
  {
    name: 'the endpoint was made public again, for everybody',
    guideline: 'endpoint-closed-to-the-world',
    async apply({ auditor }) {
      await setClusterVpc(auditor, { endpointPublicAccess: true });
      return () => setClusterVpc(auditor, PRIVATE_ENDPOINT);
    },
    expect: {
      'endpoint-closed-to-the-world/auditor': 'fail',
      'private-cluster-endpoint/auditor': 'fail',
    },
    observed: '0.0.0.0/0',
  },
  {
    name: 'the endpoint is public for two halves of the internet',
    guideline: 'endpoint-closed-to-the-world',
    async apply({ ledger }) {
      await setClusterVpc(ledger, {
        endpointPublicAccess: true,
        publicAccessCidrs: ['0.0.0.0/1', '128.0.0.0/1'],
      });
      return () => setClusterVpc(ledger, PRIVATE_ENDPOINT);
    },
    expect: {
      'endpoint-closed-to-the-world/ledger': 'fail',
      'private-cluster-endpoint/ledger': 'fail',
    },
    observed: '128.0.0.0/1',
  },
];
