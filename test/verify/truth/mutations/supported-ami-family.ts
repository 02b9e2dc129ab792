import type { Manifest } from '../../world/resources.ts';
import type { Mutation } from '../mutation.ts';

interface Node extends Manifest {
  status: { nodeInfo: Record<string, string> };
}

export const mutations: Mutation[] = [
  {
    name: 'a machine that is of no node group runs Amazon Linux 2',
    guideline: 'supported-ami-family',
    async apply({ ledger: { kube } }) {
      const [node] = await kube.list<Node>('/api/v1/nodes');
      const path = `/api/v1/nodes/${node?.metadata.name}/status`;
      const before = node?.status.nodeInfo.osImage;
      const set = (osImage?: string) =>
        kube.patch(path, { status: { nodeInfo: { osImage } } });
      await set('Amazon Linux 2');
      return () => set(before);
    },
    expect: { 'supported-ami-family/ledger': 'fail' },
    observed: 'Amazon Linux 2',
  },
];
