import { changeObject } from '../change.ts';
import type { Mutation } from '../mutation.ts';

export const mutations: Mutation[] = [
  {
    name: 'two of three nodes stand in one zone',
    guideline: 'nodes-span-three-zones',
    async apply({ auditor: { kube } }) {
      const nodes = await kube.list('/api/v1/nodes');
      const [first, second] = nodes.map(({ metadata }) => metadata);
      const zone = Object.fromEntries(
        ['topology.kubernetes.io/zone', 'topology.k8s.aws/zone-id'].map(key => [
          key,
          first?.labels?.[key],
        ]),
      );
      return changeObject(kube, `/api/v1/nodes/${second?.name}`, {
        metadata: { labels: zone },
      });
    },
    expect: { 'nodes-span-three-zones/auditor': 'fail' },
    observed: '2 zones',
  },
];
