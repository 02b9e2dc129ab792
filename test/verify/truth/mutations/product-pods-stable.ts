import type { Mutation } from '../mutation.ts';
import { pathsOf } from '../paths.ts';
import { settled } from '../settled.ts';
import type { Manifest } from '../../world/resources.ts';

interface Pod extends Manifest {
  status: { containerStatuses: object[] };
}

export const mutations: Mutation[] = [
  {
    name: 'a pod is ready again after a restart a moment ago',
    guideline: 'product-pods-stable',
    async apply({ auditor }) {
      const { kube, plan } = auditor;
      const pods = await kube.list<Pod>(pathsOf(plan).pods);
      const pod = pods.find(({ metadata }) =>
        metadata.name.startsWith(`${plan.release}-auditor-`),
      );
      const path = `${pathsOf(plan).pods}/${pod?.metadata.name}`;
      const now = new Date().toISOString().replace(/\.\d+/, '');
      const terminated = {
        exitCode: 137,
        reason: 'OOMKilled',
        startedAt: now,
        finishedAt: now,
      };
      const containerStatuses = pod?.status.containerStatuses.map(one => ({
        ...one,
        restartCount: 1,
        lastState: { terminated },
      }));
      await kube.patch(`${path}/status`, { status: { containerStatuses } });
      return async () => {
        await kube.delete(path);
        await settled(auditor);
      };
    },
    expect: { 'product-pods-stable/auditor': 'fail' },
    observed: 'restart',
  },
];
