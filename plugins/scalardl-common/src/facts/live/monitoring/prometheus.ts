import { type Certainty, certain } from '../../kubernetes/certainty';
import { recordOf } from '../../plain/plain';
import type { KubernetesJson } from '../kubernetes';

/** The Prometheus servers that the operator is asked to run. */
export function prometheusesOf(
  monitors: readonly KubernetesJson[],
): KubernetesJson[] {
  return monitors.filter(
    ({ kind, metadata }) =>
      kind === 'Prometheus' && metadata.deletionTimestamp === undefined,
  );
}

/** Whether it runs, by what its operator says of it. */
export function isRunning({ spec, status }: KubernetesJson): Certainty {
  if (recordOf(spec).replicas === 0) return 'no';
  const { availableReplicas } = recordOf(status);
  return typeof availableReplicas === 'number'
    ? certain(availableReplicas > 0)
    : 'unknown';
}
