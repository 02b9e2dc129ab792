import type { Undo } from '../world/kube.ts';

/** For what only the environment file changes. */
export async function unchanged(): Promise<Undo> {
  return async () => {};
}
