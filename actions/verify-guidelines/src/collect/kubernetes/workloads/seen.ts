import { WorkloadClasses } from './workloadClasses';

/** What a listing of pods or Jobs holds. */
export interface Seen {
  /** What stands for itself, or for an owner that is not read. */
  own: WorkloadClasses;
  /**
   * What a kind that is read is said to have made. It says nothing new, unless its images are none that any template
   * in the namespace has: then it is not what its owner asks for.
   */
  made: WorkloadClasses;
}

export function newSeen(): Seen {
  return { own: new WorkloadClasses(), made: new WorkloadClasses() };
}
