import type { WorkloadClass } from '../facts/live';

/** Name of a class of workloads as a reader knows it: its first object, and how many more there are. */
export function workloadId({
  kind,
  namespace,
  samples,
  count,
}: WorkloadClass): string {
  const more = count > 1 ? ` and ${count - 1} more` : '';
  return `${kind} ${namespace}/${samples[0] ?? '(without a name)'}${more}`;
}
