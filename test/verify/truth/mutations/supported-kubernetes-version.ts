import type { Manifest } from '../../world/resources.ts';
import type { Mutation } from '../mutation.ts';

interface Node extends Manifest {
  status: { nodeInfo: Record<string, string> };
}

export const mutations: Mutation[] = [
  {
    name: 'the kubelet of one node is four minors older than the cluster',
    guideline: 'supported-kubernetes-version',
    async apply({ auditor: { kube } }) {
      const [node] = await kube.list<Node>('/api/v1/nodes');
      const path = `/api/v1/nodes/${node?.metadata.name}/status`;
      const before = node?.status.nodeInfo.kubeletVersion;
      const set = (kubeletVersion?: string) =>
        kube.patch(path, { status: { nodeInfo: { kubeletVersion } } });
      await set('v1.31.14-eks-1234567');
      return () => set(before);
    },
    expect: { 'supported-kubernetes-version/auditor': 'fail' },
    observed: '1.31',
  },
];
