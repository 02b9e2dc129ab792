import { setClusterConfig } from '../clusterConfig.ts';
import type { Mutation } from '../mutation.ts';

export const mutations: Mutation[] = [
  {
    name: 'the cluster would take extended support, once its version comes to that',
    guideline: 'standard-kubernetes-support',
    async apply({ auditor }) {
      const set = (supportType: 'EXTENDED' | 'STANDARD') =>
        setClusterConfig(auditor, { upgradePolicy: { supportType } });
      await set('EXTENDED');
      return () => set('STANDARD');
    },
    expect: {},
    because: 'that is a wish for later, and not the state of the version',
  },
];
