import type { Undo } from '../world/kube.ts';
import type { WorldSide } from '../world/world.ts';
import { changeObject } from './change.ts';
import { containerWith } from './container.ts';
import { settled } from './settled.ts';

/** Merges changes into a Deployment of a side's product; the change and its way back end with the roll-out. */
export async function rollOut(
  side: WorldSide,
  path: string,
  changes: object,
): Promise<Undo> {
  const back = await changeObject(side.kube, path, changes);
  await settled(side);
  return async () => {
    await back();
    await settled(side);
  };
}

/** The same for the pods that the Deployment makes. */
export function rollOutPods(
  side: WorldSide,
  path: string,
  spec: object,
): Promise<Undo> {
  return rollOut(side, path, { spec: { template: { spec } } });
}

/** The same for the Deployment's only container. */
export async function rollOutContainer(
  side: WorldSide,
  path: string,
  changes: object,
): Promise<Undo> {
  return rollOut(side, path, await containerWith(side.kube, path, changes));
}
