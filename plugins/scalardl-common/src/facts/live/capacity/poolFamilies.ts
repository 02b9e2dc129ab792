import type { Requirement } from './nodePools';

/** Every burstable family of today: t2, t3, t3a, t4g (https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/burstable-performance-instances.html). */
const BURSTABLE = /^t\d/;

/** Whether a type or a family has its CPU granted by credits. */
export function isBurstable(name: string): boolean {
  return BURSTABLE.test(name);
}

/** Whether a NodePool keeps burstable machines away, by the category or the families that it names. */
export function excludesBurstable(requirements: readonly Requirement[]) {
  return requirements.some(({ key, operator, values }) => {
    if (key.endsWith('/instance-category'))
      return operator === 'In'
        ? !values.includes('t')
        : operator === 'NotIn' && values.includes('t');
    return (
      key.endsWith('/instance-family') &&
      operator === 'In' &&
      !values.some(isBurstable)
    );
  });
}
