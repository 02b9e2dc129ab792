import type { Kube, Undo } from '../world/kube.ts';
import { type Manifest, pathOf } from '../world/resources.ts';

/** Merges the changes into an object; the way back is the object as it was, with keys that were not there gone. */
export async function changeObject(
  kube: Kube,
  path: string,
  changes: object,
): Promise<Undo> {
  const before = await kube.get(path);
  await kube.patch(path, changes);
  return () => kube.put(path, withoutVersion(before));
}

/** The same for an object of a custom kind, which nobody may replace without naming its version. */
export async function changeCustomObject(
  kube: Kube,
  path: string,
  changes: object,
): Promise<Undo> {
  const before = await kube.get(path);
  await kube.patch(path, changes);
  return async () => {
    const { metadata } = await kube.get<Versioned>(path);
    const { resourceVersion } = metadata;
    await kube.put(path, {
      ...before,
      metadata: { ...before.metadata, resourceVersion },
    });
  };
}

interface Versioned {
  metadata: { resourceVersion: string };
}

/** Makes objects; the way back deletes them. */
export async function addObjects(
  kube: Kube,
  ...manifests: Manifest[]
): Promise<Undo> {
  await kube.apply(...manifests);
  return async () => {
    await Promise.all(manifests.map(manifest => kube.delete(pathOf(manifest))));
  };
}

/** Deletes an object; the way back makes a new one like it. */
export async function removeObject(kube: Kube, path: string): Promise<Undo> {
  const before = await kube.get(path);
  await kube.delete(path);
  return async () => {
    await kube.post(path.slice(0, path.lastIndexOf('/')), asNew(before));
  };
}

/** One way back out of several, the last change first. */
export function allBack(...undos: readonly Undo[]): Undo {
  return async () => {
    for (const undo of [...undos].reverse()) await undo();
  };
}

function withoutVersion(object: Manifest): Manifest {
  return { ...object, metadata: without(object.metadata, ['resourceVersion']) };
}

/** What the API gives an object itself. */
const GIVEN = ['resourceVersion', 'uid', 'creationTimestamp', 'managedFields'];

function asNew({ status: _, ...object }: Manifest): Manifest {
  return { ...object, metadata: without(object.metadata, GIVEN) };
}

function without<T extends object>(object: T, keys: readonly string[]): T {
  const kept = Object.entries(object).filter(([key]) => !keys.includes(key));
  return Object.fromEntries(kept) as T;
}
