import {
  type InstanceType,
  findInstanceType,
} from '../../../network/instances';
import type { LiveInstance, LiveInstanceType } from '../aws';

/** What decides whether a machine is large enough. */
export interface InstanceSize {
  cpus: number;
  memoryMiB: number;
  /** Whether the CPU is granted by credits. */
  burstable: boolean;
}

/** The size of a type, as EC2 tells it; `undefined` where it was not told. */
export function sizeOfType(
  name: string,
  types: readonly LiveInstanceType[],
): InstanceSize | undefined {
  const found = types.find(({ type }) => type === name);
  return (
    found && {
      cpus: found.vcpus,
      memoryMiB: found.memoryMiB,
      burstable: found.burstable,
    }
  );
}

/** The size of a running machine: a launch template may switch cores or threads of its type off. */
export function sizeOfInstance(
  { type, cpuOptions }: LiveInstance,
  types: readonly LiveInstanceType[],
): InstanceSize | undefined {
  const size = sizeOfType(type, types);
  if (!size || !cpuOptions) return size;
  return { ...size, cpus: cpuOptions.cores * cpuOptions.threadsPerCore };
}

/** The type in the form in which the address plan and the sizing know it. */
export function asInstanceType(
  name: string,
  types: readonly LiveInstanceType[],
): InstanceType | undefined {
  const found = types.find(({ type }) => type === name);
  if (!found) return findInstanceType(name);
  const { networkInterfaces, ipv4PerInterface } = found;
  return {
    name,
    cpus: found.vcpus,
    memoryMiB: found.memoryMiB,
    networkInterfaces,
    addressesPerInterface: ipv4PerInterface,
    maxPods: networkInterfaces * (ipv4PerInterface - 1) + 2,
    burstable: found.burstable,
    architecture: found.architectures.includes('arm64') ? 'arm64' : 'x86_64',
  };
}
