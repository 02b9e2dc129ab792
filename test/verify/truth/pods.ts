import type { Manifest } from '../world/resources.ts';
import type { WorldSide } from '../world/world.ts';
import type { Undo } from '../world/kube.ts';
import { pathsOf } from './paths.ts';
import { settled } from './settled.ts';

export interface Pod extends Manifest {
  spec: { containers: object[] };
  status: {
    phase: string;
    conditions: { type: string; status: string }[];
    containerStatuses: object[];
  };
}

/** The first pod of the product of a side, and where it lives. */
export async function productPod({
  kube,
  plan,
  side,
}: WorldSide): Promise<{ pod: Pod; path: string }> {
  const { pods } = pathsOf(plan);
  const found = await kube.list<Pod>(pods);
  const pod = found.find(
    ({ metadata }) => metadata.labels?.['app.kubernetes.io/app'] === side,
  );
  if (!pod) throw new Error(`No pod of ${side} runs in ${plan.namespace}.`);
  return { pod, path: `${pods}/${pod.metadata.name}` };
}

/** Changes what a pod of the product says of itself; the way back is another pod. */
export async function changePodStatus(
  side: WorldSide,
  change: (status: Pod['status']) => Partial<Pod['status']> & object,
): Promise<Undo> {
  const { pod, path } = await productPod(side);
  await side.kube.patch(`${path}/status`, { status: change(pod.status) });
  return async () => {
    await side.kube.delete(path);
    await settled(side);
  };
}
