import type { LiveInstance, LiveInstanceType } from '../../facts/live';
import {
  type InstanceSize,
  sizeOfInstance,
  sizeOfType,
} from '../../facts/live/capacity';
import type { Subject } from '../../report/report';

export const FEWEST_CPUS = 4;
export const LEAST_MEMORY_MIB = 8192;

/**
 * Judges what a type or a machine has. Credits keep only a part of the vCPUs going, of t3.xlarge 40 %, which is less
 * than one pod of the product takes
 * (https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/burstable-credits-baseline-concepts.html).
 */
export function sizeVerdict(
  name: string,
  { cpus, memoryMiB, burstable }: InstanceSize,
  switchedOn = '',
): Pick<Subject, 'verdict' | 'detail'> {
  const size = `${name} has ${cpus} vCPUs${switchedOn} and ${memoryMiB} MiB`;
  if (cpus < FEWEST_CPUS || memoryMiB < LEAST_MEMORY_MIB)
    return { verdict: 'fail', detail: size };
  return burstable
    ? { verdict: 'fail', detail: `${size}, but its CPU is granted by credits` }
    : { verdict: 'pass', detail: size };
}

/** Judges a type, or a machine of it with the cores that are switched on, as EC2 tells them. */
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
  return sizeVerdict(type, size, instance?.cpuOptions ? ' switched on' : '');
}
