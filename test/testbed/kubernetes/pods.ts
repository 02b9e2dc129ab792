import { eventually } from './eventually.ts';
import type { Clusters } from './startClusters.ts';

/** What matters of a pod here. */
export interface Pod {
  readonly name: string;
  readonly node?: string;
  readonly address?: string;
  readonly ready: boolean;
}

interface ApiPod {
  metadata: { name: string };
  spec: { nodeName?: string };
  status: {
    podIP?: string;
    conditions?: { type: string; status: string }[];
  };
}

/** The pods of a workload by its label `app`. */
export async function podsOf(
  clusters: Clusters,
  cluster: string,
  app: string,
): Promise<Pod[]> {
  const { items } = (await clusters.on(cluster, 'request', {
    method: 'GET',
    path: `/api/v1/pods?labelSelector=app%3D${app}`,
  })) as { items: ApiPod[] };
  return items.map(({ metadata, spec, status }) => ({
    name: metadata.name,
    node: spec.nodeName,
    address: status.podIP,
    ready: (status.conditions ?? []).some(
      condition => condition.type === 'Ready' && condition.status === 'True',
    ),
  }));
}

/** The pods of a workload once there are so many, all ready. */
export function readyPodsOf(
  clusters: Clusters,
  cluster: string,
  { app, count }: { app: string; count: number },
): Promise<Pod[]> {
  return eventually(async () => {
    const pods = await podsOf(clusters, cluster, app);
    if (pods.length !== count || !pods.every(({ ready }) => ready)) {
      throw new Error(
        `Expected ${count} ready pods of ${app}, received ${JSON.stringify(pods)}.`,
      );
    }
    return pods;
  });
}
