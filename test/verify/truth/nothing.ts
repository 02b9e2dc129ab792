import type { Undo } from '../world/kube.ts';

/** For what changes without the world. */
export const leaveAsItIs = async (): Promise<Undo> => async () => {};
