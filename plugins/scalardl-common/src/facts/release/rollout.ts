import { resolveIntOrPercent } from '../kubernetes/intOrPercent';
import type { Workload } from './workload';

/** How a Deployment replaces its pods. */
export interface Rollout {
  /** Pods above the number of replicas. */
  surge: number;
  /** Pods below the number of replicas. */
  unavailable: number;
}

/** Default of the charts and of Kubernetes. */
const DEFAULT = '25%';

/**
 * The rolling update of a workload, with percentages resolved as Kubernetes does: the surge rounds up, the
 * unavailable pods round down, and where both come to nothing one pod may be unavailable
 * (https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#rolling-update-deployment).
 * `undefined` where a value is neither a whole number nor a percentage.
 */
export function rolloutOf(
  workload: Workload,
  replicas: number,
): Rollout | undefined {
  if (workload.get('strategy', 'type') === 'Recreate') {
    return { surge: 0, unavailable: replicas };
  }
  const value = (key: string) =>
    workload.get('strategy', 'rollingUpdate', key) ?? DEFAULT;
  const surge = resolveIntOrPercent(value('maxSurge'), {
    total: replicas,
    round: 'up',
  });
  const unavailable = resolveIntOrPercent(value('maxUnavailable'), {
    total: replicas,
    round: 'down',
  });
  if (surge === undefined || unavailable === undefined) return undefined;
  return surge === 0 && unavailable === 0
    ? { surge: 0, unavailable: 1 }
    : { surge, unavailable };
}
