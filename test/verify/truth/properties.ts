import type { Undo } from '../world/kube.ts';
import type { WorldSide } from '../world/world.ts';
import { changeObject } from './change.ts';
import { pathsOf } from './paths.ts';

/** Changes the text of the properties that the product of a side mounts. */
export async function changeProperties(
  { kube, plan }: WorldSide,
  change: (text: string) => string,
): Promise<Undo> {
  const path = pathsOf(plan).properties;
  const { data } = await kube.get<{ data: Record<string, string> }>(path);
  const changed = Object.entries(data).map(([key, text]) => [
    key,
    change(text),
  ]);
  return changeObject(kube, path, { data: Object.fromEntries(changed) });
}
