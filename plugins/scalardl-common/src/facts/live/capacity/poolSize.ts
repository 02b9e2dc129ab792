import { SMALL_SIZES } from '../../../network/instances';
import type { LiveInstanceType } from '../aws';
import { sizeOfType } from './instanceSize';
import type { NodePool, Requirement } from './nodePools';
import { excludesBurstable, isBurstable } from './poolFamilies';

/** The least that machines must have. */
export interface LeastSize {
  cpus: number;
  memoryMiB: number;
}

/** Whether every machine that a pool may start is large enough, and its CPU is not granted by credits. */
export interface PoolSize {
  answer: 'yes' | 'no' | 'unknown';
  detail: string;
}

/**
 * Reads the requirements of a NodePool (https://karpenter.sh/docs/concepts/nodepools/), whose keys begin with
 * `karpenter.k8s.aws/` or, under Auto Mode, with `eks.amazonaws.com/`.
 */
export function poolSize(
  { name, requirements }: NodePool,
  { least, types }: { least: LeastSize; types: readonly LiveInstanceType[] },
): PoolSize {
  const named = requirements.find(
    ({ key, operator }) =>
      key === 'node.kubernetes.io/instance-type' && operator === 'In',
  );
  if (named) return ofTypes(named.values, { name, least, types });
  const sized = bySize({ name, requirements }, least);
  return sized.answer === 'yes' && !excludesBurstable(requirements)
    ? {
        answer: 'unknown',
        detail: `${name} keeps burstable types away by no instance-category, so what it starts next is not known`,
      }
    : sized;
}

function bySize(
  { name, requirements }: Pick<NodePool, 'name' | 'requirements'>,
  least: LeastSize,
): PoolSize {
  const sizes = ofSizes(requirements);
  if (sizes === 'yes') {
    return { answer: 'yes', detail: `${name} starts no size below xlarge` };
  }
  const bounds = ofBounds(requirements, { name, least });
  return bounds.answer === 'unknown' && sizes === 'no'
    ? { answer: 'no', detail: `${name} may start sizes below xlarge` }
    : bounds;
}

function ofTypes(
  names: readonly string[],
  query: { name: string; least: LeastSize; types: readonly LiveInstanceType[] },
): PoolSize {
  const { name, least, types } = query;
  const sizes = names.map(type => ({ type, size: sizeOfType(type, types) }));
  const small = sizes.find(
    ({ type, size }) =>
      (size && (isSmaller(size, least) || size.burstable)) ||
      isBurstable(type) ||
      SMALL_SIZES.includes(type.split('.')[1] ?? ''),
  );
  if (small) {
    const credits = isBurstable(small.type)
      ? ', whose CPU is granted by credits'
      : '';
    return {
      answer: 'no',
      detail: `${name} may start ${small.type}${credits}`,
    };
  }
  const open = sizes.find(({ size }) => !size);
  return open
    ? { answer: 'unknown', detail: `the size of ${open.type} was not read` }
    : { answer: 'yes', detail: `${name} starts only ${names.join(', ')}` };
}

function isSmaller(size: LeastSize, least: LeastSize): boolean {
  return size.cpus < least.cpus || size.memoryMiB < least.memoryMiB;
}

/** Sizes from `xlarge` up have four vCPUs and 8 GiB in every family of today. */
function ofSizes(requirements: readonly Requirement[]): PoolSize['answer'] {
  const sizes = requirements.find(({ key }) => /\/instance-size$/.test(key));
  if (sizes?.operator === 'In') {
    if (sizes.values.some(size => SMALL_SIZES.includes(size))) return 'no';
    return sizes.values.every(size => /xlarge$|^metal/.test(size))
      ? 'yes'
      : 'unknown';
  }
  const excluded = sizes?.operator === 'NotIn' ? sizes.values : [];
  return SMALL_SIZES.every(size => excluded.includes(size)) ? 'yes' : 'unknown';
}

function ofBounds(
  requirements: readonly Requirement[],
  { name, least }: { name: string; least: LeastSize },
): PoolSize {
  const cpus = lowerBound(requirements, /\/instance-cpu$/);
  const memoryMiB = lowerBound(requirements, /\/instance-memory$/);
  if (
    isSmaller(
      { cpus: cpus ?? Infinity, memoryMiB: memoryMiB ?? Infinity },
      least,
    )
  ) {
    return {
      answer: 'no',
      detail: `${name} may start machines of ${cpus ?? 'any number of'} vCPUs and ${memoryMiB ?? 'any number of'} MiB`,
    };
  }
  return cpus === undefined || memoryMiB === undefined
    ? {
        answer: 'unknown',
        detail: `${name} sets no lower bound of vCPUs and memory, so what it starts next is not known`,
      }
    : {
        answer: 'yes',
        detail: `${name} starts machines of ${cpus} vCPUs and ${memoryMiB} MiB or more`,
      };
}

/** The least number that the requirements with the key allow; `undefined` where they set no bound. */
function lowerBound(
  requirements: readonly Requirement[],
  key: RegExp,
): number | undefined {
  const bounds = requirements
    .filter(requirement => key.test(requirement.key))
    .flatMap(({ operator, values }) => {
      const numbers = values.map(Number);
      if (operator === 'Gt') return numbers.map(number => number + 1);
      if (operator === 'Gte') return numbers;
      return operator === 'In' ? [Math.min(...numbers)] : [];
    });
  return bounds.length > 0 ? Math.max(...bounds) : undefined;
}
