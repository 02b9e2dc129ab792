import type { Location } from '../../report/report';
import { podAutoscalers } from '../autoscaling/podAutoscalers';
import type { SourceDocument } from '../sourceDocument';
import type { Workload } from './workload';

/** How many pods of a workload there are at least. */
export interface Replicas {
  /** `undefined` where the file holds no whole number. */
  count: number | undefined;
  /** What says so: `replicaCount`, or an autoscaler, which overrules it. */
  setBy: string;
  location: Location;
}

/** The default of the charts scalardl, scalardl-audit and envoy. */
const CHART_DEFAULT = 3;
/** What Kubernetes makes of a Deployment without a number. */
const KUBERNETES_DEFAULT = 1;

/** The fewest pods of the workload: the autoscaler's minimum where one targets it, else `replicaCount`. */
export function minimumReplicas(
  workload: Workload,
  manifests: readonly SourceDocument[],
): Replicas {
  const autoscaler = podAutoscalers(manifests).find(({ target }) =>
    isTarget(workload, target),
  );
  if (autoscaler) {
    const { kind, name, minReplicas, location } = autoscaler;
    return { count: minReplicas, setBy: `${kind} ${name}`, location };
  }
  return {
    count: replicaCount(workload.get('replicaCount')),
    setBy: 'replicaCount',
    location: workload.locate('replicaCount'),
  };
}

/** The most pods of the workload; `undefined` where an autoscaler names no bound. */
export function maximumReplicas(
  workload: Workload,
  manifests: readonly SourceDocument[],
): number | undefined {
  const autoscaler = podAutoscalers(manifests).find(({ target }) =>
    isTarget(workload, target),
  );
  return autoscaler
    ? autoscaler.maxReplicas
    : replicaCount(workload.get('replicaCount'));
}

function isTarget(workload: Workload, target: string): boolean {
  return workload.deployment
    ? target === `Deployment/${workload.deployment}`
    : target.startsWith('Deployment/') &&
        target.endsWith(`-${workload.component}`);
}

function replicaCount(value: unknown): number | undefined {
  if (value === undefined) return CHART_DEFAULT;
  if (value === null) return KUBERNETES_DEFAULT;
  return typeof value === 'number' && Number.isInteger(value)
    ? value
    : undefined;
}
