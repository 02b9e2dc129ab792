import type { Kube } from './kube.ts';
import type { Manifest } from './resources.ts';
import { until } from './waiting.ts';

interface Rolled extends Manifest {
  metadata: Manifest['metadata'] & { generation: number };
  spec: { replicas?: number };
  status: {
    observedGeneration?: number;
    replicas?: number;
    updatedReplicas?: number;
    readyReplicas?: number;
  };
}

/** Waits until every Deployment of the namespace has exactly the ready pods that it wants. */
export async function rolledOut(kube: Kube, namespace: string): Promise<void> {
  const path = `/apis/apps/v1/namespaces/${namespace}/deployments`;
  await until(async () => {
    const late = (await kube.list<Rolled>(path)).filter(one => !isRolled(one));
    if (late.length > 0) {
      const names = late.map(({ metadata }) => metadata.name).join(', ');
      throw new Error(`Not rolled out in ${namespace}: ${names}`);
    }
  });
}

function isRolled({ metadata, spec, status }: Rolled): boolean {
  const wanted = spec.replicas ?? 1;
  const counts = [
    status.replicas,
    status.updatedReplicas,
    status.readyReplicas,
  ];
  return (
    status.observedGeneration === metadata.generation &&
    counts.every(count => (count ?? 0) === wanted)
  );
}

interface Autoscaler {
  status?: { conditions?: { type: string; status: string }[] };
}

/** Waits until every pod autoscaler of the namespace has read metrics. */
export async function autoscalersActive(
  kube: Kube,
  namespace: string,
): Promise<void> {
  await until(
    () =>
      kube.list<Autoscaler>(
        `/apis/autoscaling/v2/namespaces/${namespace}/horizontalpodautoscalers`,
      ),
    found =>
      found.every(({ status }) =>
        status?.conditions?.some(
          one => one.type === 'ScalingActive' && one.status === 'True',
        ),
      ),
  );
}
