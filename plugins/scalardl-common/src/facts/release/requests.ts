import type { Resources } from '../../network/capacity';
import { parseMebibytes, parseMillicores } from '../kubernetes/quantity';
import type { Workload } from './workload';

/**
 * What one pod of the workload asks the scheduler for; Kubernetes takes the limit where only that is
 * written, and nothing where neither is. `undefined` where a value is no quantity.
 */
export function requestsOf(workload: Workload): Resources | undefined {
  const value = (name: string) =>
    workload.get('resources', 'requests', name) ??
    workload.get('resources', 'limits', name) ??
    0;
  const cpuMillis = parseMillicores(value('cpu'));
  const memoryMiB = parseMebibytes(value('memory'));
  return cpuMillis === undefined || memoryMiB === undefined
    ? undefined
    : { cpuMillis, memoryMiB };
}
