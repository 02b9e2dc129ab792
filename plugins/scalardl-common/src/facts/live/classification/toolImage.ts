import type { WorkloadClass } from '../kubernetes';
import type { Classification } from './classifyWorkload';

/** Kinds that run and end, as schema loading and the pausing of pods do. */
const ENDING = ['Job', 'CronJob', 'Pod'];

/** Judges an image of one of Scalar's tools: it runs for a task, not for ever. */
export function toolImage(
  image: string,
  { kind }: WorkloadClass,
): Classification {
  return ENDING.includes(kind)
    ? { what: 'tool', detail: `runs ${image} as a ${kind}` }
    : {
        what: 'foreign',
        detail: `runs ${image} as a ${kind}, and tools of the product run as Jobs`,
      };
}
