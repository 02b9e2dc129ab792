import type { Undo } from '../world/kube.ts';
import type { Manifest } from '../world/resources.ts';
import type { WorldSide } from '../world/world.ts';
import { changeObject } from './change.ts';

export interface Node extends Manifest {
  spec: { taints?: object[] };
  status: { nodeInfo: Record<string, string> };
}

export function nodesOf({ kube }: WorldSide): Promise<Node[]> {
  return kube.list<Node>('/api/v1/nodes');
}

/** Changes the first node of a side's cluster. */
export async function changeNode(
  side: WorldSide,
  changes: object,
): Promise<Undo> {
  const [first] = await nodesOf(side);
  return changeObject(
    side.kube,
    `/api/v1/nodes/${first?.metadata.name}`,
    changes,
  );
}

/** Changes what the first node tells of itself. */
export async function changeNodeInfo(
  side: WorldSide,
  key: 'kubeletVersion' | 'osImage',
  value: string,
): Promise<Undo> {
  const [first] = await nodesOf(side);
  const path = `/api/v1/nodes/${first?.metadata.name}/status`;
  const before = first?.status.nodeInfo[key];
  const set = (text?: string) =>
    side.kube.patch(path, { status: { nodeInfo: { [key]: text } } });
  await set(value);
  return () => set(before);
}
