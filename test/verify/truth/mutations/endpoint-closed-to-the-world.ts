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
];
