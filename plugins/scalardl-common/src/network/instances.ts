/** What the address plan and the guidelines need to know of an EC2 instance type. */
export interface InstanceType {
  name: string;
  cpus: number;
  /** Memory in MiB, as `DescribeInstanceTypes` tells it; a node sees a little less. */
  memoryMiB: number;
  networkInterfaces: number;
  /** IPv4 addresses that one network interface holds, its own included. */
  addressesPerInterface: number;
  /** Most pods under the default settings of the Amazon VPC CNI plugin. */
  maxPods: number;
  /** Whether the CPU is granted by credits. */
  burstable: boolean;
  architecture: 'x86_64' | 'arm64';
}

/** By size: vCPUs, network interfaces, IPv4 addresses on each interface. Families share a few of these. */
type Sizes = ReadonlyMap<string, readonly [number, number, number]>;

const STANDARD: Sizes = new Map([
  ['large', [2, 3, 10]],
  ['xlarge', [4, 4, 15]],
  ['2xlarge', [8, 4, 15]],
  ['4xlarge', [16, 8, 30]],
]);
const STANDARD_WITH_MEDIUM: Sizes = new Map([
  ['medium', [1, 2, 4]],
  ...STANDARD,
]);
const EIGHTH_INTEL: Sizes = new Map([
  ['large', [2, 3, 20]],
  ['xlarge', [4, 4, 30]],
  ['2xlarge', [8, 4, 30]],
  ['4xlarge', [16, 8, 50]],
]);
const EIGHTH_AMD: Sizes = new Map([
  ['medium', [1, 2, 4]],
  ['large', [2, 3, 20]],
  ['xlarge', [4, 4, 20]],
  ['2xlarge', [8, 4, 40]],
  ['4xlarge', [16, 8, 40]],
]);
const BURSTABLE: Sizes = new Map([
  ['medium', [2, 3, 6]],
  ['large', [2, 3, 12]],
  ['xlarge', [4, 4, 15]],
  ['2xlarge', [8, 4, 15]],
]);

const FAMILIES: ReadonlyMap<string, Sizes> = new Map([
  ...each('c5 c5a c6i c6a c7i m5 m5a m6i m6a m7i r5 r6i r6a r7i', STANDARD),
  ...each('c7a m7a r7a', STANDARD_WITH_MEDIUM),
  ...each('c6g c7g c8g m6g m7g m8g r6g r7g r8g', STANDARD_WITH_MEDIUM),
  ...each('c8i m8i r8i', EIGHTH_INTEL),
  ...each('c8a m8a', EIGHTH_AMD),
  ...each('t3 t3a t4g', BURSTABLE),
]);

/** Sizes at which no family has four vCPUs. */
export const SMALL_SIZES: readonly string[] = [
  'nano',
  'micro',
  'small',
  'medium',
  'large',
];

/** GiB of memory to a vCPU, by the first letter of the family; of the burstable ones only `medium` has less. */
const GIB_PER_CPU: ReadonlyMap<string, number> = new Map([
  ['c', 2],
  ['m', 4],
  ['r', 8],
  ['t', 4],
]);

/**
 * The facts of an instance type, or `undefined` where this table does not hold it: then nothing is known of
 * it, and nothing may be concluded.
 *
 * @see https://github.com/aws/amazon-vpc-cni-k8s/blob/master/pkg/vpc/vpc_ip_resource_limit.go
 */
export function findInstanceType(name: string): InstanceType | undefined {
  const [family = '', size = '', ...rest] = name.split('.');
  const numbers = FAMILIES.get(family)?.get(size);
  if (!numbers || rest.length > 0) return undefined;
  const [cpus, networkInterfaces, addressesPerInterface] = numbers;
  const burstable = family.startsWith('t');
  return {
    name,
    cpus,
    memoryMiB: cpus * 1024 * gibPerCpu(family, size),
    networkInterfaces,
    addressesPerInterface,
    maxPods: networkInterfaces * (addressesPerInterface - 1) + 2,
    burstable,
    architecture: family.endsWith('g') ? 'arm64' : 'x86_64',
  };
}

/** The name of every instance type that the table holds. */
export function instanceTypeNames(): string[] {
  return [...FAMILIES].flatMap(([family, sizes]) =>
    [...sizes.keys()].map(size => `${family}.${size}`),
  );
}

function gibPerCpu(family: string, size: string): number {
  if (family.startsWith('t') && size === 'medium') return 2;
  return GIB_PER_CPU.get(family.charAt(0)) ?? Number.NaN;
}

function each(families: string, sizes: Sizes): [string, Sizes][] {
  return families.split(' ').map(family => [family, sizes]);
}
