import type { InstanceType } from './instances';

/** CPU in thousandths of a vCPU and memory in MiB. */
export interface Resources {
  cpuMillis: number;
  memoryMiB: number;
}

/** Something that runs on every node beside the product. */
export interface Load extends Resources {
  name: string;
}

/** What a node offers to pods, with the terms that lead to it. */
export interface NodeCapacity {
  /** What the machine shows as capacity: its vCPUs, and its memory less what firmware and kernel keep. */
  machine: Resources;
  /** What the kubelet keeps for itself and the system. */
  reserved: Resources;
  /** Free memory below which the kubelet evicts pods, in MiB. */
  evictionMiB: number;
  allocatable: Resources;
}

/** Request and limit of one Ledger or Auditor pod in Scalar's documents: 2 vCPU and 4 GiB. */
export const PRODUCT_POD: Resources = { cpuMillis: 2000, memoryMiB: 4096 };

/** System pods of every node: VPC CNI, kube-proxy, pod identity agent, a share of CoreDNS. */
export const SYSTEM_LOAD: Load = {
  name: 'system pods',
  cpuMillis: 250,
  memoryMiB: 307,
};

/** Request of an Envoy pod in Scalar's documents. */
export const ENVOY_LOAD: Load = {
  name: 'Envoy',
  cpuMillis: 1000,
  memoryMiB: 2048,
};

/** Part of the machine's memory that a node does not show: 8192 MiB were seen as 7662 MiB. */
const HIDDEN_MEMORY = 0.065;

const EVICTION_MIB = 100;

/**
 * What a node of an instance type offers to pods on Amazon Linux 2023 with the default VPC CNI settings.
 *
 * @see https://github.com/awslabs/amazon-eks-ami/blob/main/nodeadm/internal/kubelet/config.go
 */
export function nodeCapacity(instance: InstanceType): NodeCapacity {
  const machine = {
    cpuMillis: instance.cpus * 1000,
    memoryMiB: Math.floor(instance.memoryMiB * (1 - HIDDEN_MEMORY)),
  };
  const reserved = {
    cpuMillis: reservedCpuMillis(instance.cpus),
    memoryMiB: 11 * instance.maxPods + 255,
  };
  const allocatable = {
    cpuMillis: machine.cpuMillis - reserved.cpuMillis,
    memoryMiB: machine.memoryMiB - reserved.memoryMiB - EVICTION_MIB,
  };
  return { machine, reserved, evictionMiB: EVICTION_MIB, allocatable };
}

/** What the kubelet reserves of the first vCPUs, in thousandths; of every further one it is 2.5. */
const RESERVED_CPU_MILLIS = [60, 10, 5, 5];

/** CPU that the kubelet reserves on a machine, in thousandths of a vCPU: 80 of four. */
export function reservedCpuMillis(cpus: number): number {
  const all = Array.from(
    { length: cpus },
    (_, cpu) => RESERVED_CPU_MILLIS[cpu] ?? 2.5,
  );
  return Math.floor(all.reduce((sum, part) => sum + part, 0));
}

export interface PodsPerNodeQuery {
  instance: InstanceType;
  /** Request of one product pod. */
  pod?: Resources;
  /** What else runs on every node. */
  loads?: readonly Load[];
}

/** How many product pods a node holds, with the terms that lead to it. */
export interface PodsPerNode {
  capacity: NodeCapacity;
  loads: readonly Load[];
  /** What is left for product pods. */
  free: Resources;
  byCpu: number;
  byMemory: number;
  /** The smaller of the two. */
  pods: number;
}

export function podsPerNode(query: PodsPerNodeQuery): PodsPerNode {
  const {
    instance,
    pod = PRODUCT_POD,
    loads = [SYSTEM_LOAD, ENVOY_LOAD],
  } = query;
  const capacity = nodeCapacity(instance);
  const free = loads.reduce(
    (left, load) => ({
      cpuMillis: left.cpuMillis - load.cpuMillis,
      memoryMiB: left.memoryMiB - load.memoryMiB,
    }),
    capacity.allocatable,
  );
  const byCpu = Math.max(0, Math.floor(free.cpuMillis / pod.cpuMillis));
  const byMemory = Math.max(0, Math.floor(free.memoryMiB / pod.memoryMiB));
  return {
    capacity,
    loads,
    free,
    byCpu,
    byMemory,
    pods: Math.min(byCpu, byMemory),
  };
}
