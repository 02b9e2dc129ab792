import type { Subject } from '../report/report';

/** States in which EKS is making or changing something: no fault, and no proof that what is judged now lasts. */
export const IN_PROGRESS: readonly string[] = ['CREATING', 'UPDATING'];

/** Judges the state that EKS tells of a cluster, a node group or an add-on; unknown where it is one that passes. */
export function statusSubject(
  name: string,
  status: string,
  passing = IN_PROGRESS,
): Subject {
  const detail = `the status of ${name} is ${status}`;
  if (status === 'ACTIVE') return { id: name, verdict: 'pass', detail };
  return passing.includes(status)
    ? {
        id: name,
        verdict: 'unknown',
        detail: `${detail}, which passes: judge again once EKS is done`,
      }
    : { id: name, verdict: 'fail', detail };
}
