import type { LiveInstance } from '../aws';

/** Whether the machine is there, or coming; a terminated one stays listed for a while. */
export function isRunning({ state }: LiveInstance): boolean {
  return !['shutting-down', 'terminated'].includes(state);
}
