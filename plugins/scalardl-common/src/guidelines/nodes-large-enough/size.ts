import type { LiveInstance, LiveInstanceType } from '../../facts/live';
import { sizeOfInstance, sizeOfType } from '../../facts/live/capacity';
import type { Subject } from '../../report/report';

export const FEWEST_CPUS = 4;
export const LEAST_MEMORY_MIB = 8192;

/** Judges a type, or a machine of it with the cores that are switched on. */
export function judgeSize(
  type: string,
  {
    types,
    instance,
  }: { types: readonly LiveInstanceType[]; instance?: LiveInstance },
): Pick<Subject, 'verdict' | 'detail'> {
  const size = instance
    ? sizeOfInstance(instance, types)
    : sizeOfType(type, types);
  if (!size) {
    return {
      verdict: 'unknown',
      detail: `EC2 did not tell the size of ${type}`,
    };
  }
  const { cpus, memoryMiB, burstable } = size;
  const switchedOff = instance?.cpuOptions ? ' switched on' : '';
  const credits = burstable ? ', its CPU granted by credits' : '';
  return {
    verdict:
      cpus >= FEWEST_CPUS && memoryMiB >= LEAST_MEMORY_MIB ? 'pass' : 'fail',
    detail: `${type} has ${cpus} vCPUs${switchedOff} and ${memoryMiB} MiB${credits}`,
  };
}
