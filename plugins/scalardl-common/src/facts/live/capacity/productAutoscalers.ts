import {
  type PodAutoscaler,
  podAutoscalers,
} from '../../autoscaling/podAutoscalers';
import type { SourceDocument } from '../../sourceDocument';
import { type KubernetesJson, liveObject } from '../kubernetes';
import type { LiveWorkload } from '../product';

/** A HorizontalPodAutoscaler on one of the product's Deployments. */
export interface ProductAutoscaler extends PodAutoscaler {
  workload: LiveWorkload;
  /** Name of the ScaledObject by which KEDA made it. */
  madeBy?: string;
}

/** The autoscalers of the Deployments: by name and kind of the target, in the same namespace. */
export function productAutoscalers(
  autoscalers: readonly KubernetesJson[],
  workloads: readonly LiveWorkload[],
): ProductAutoscaler[] {
  return autoscalers.flatMap(json =>
    podAutoscalers([liveObject(json)]).flatMap(autoscaler => {
      const workload = workloads.find(
        ({ deployment, namespace }) =>
          namespace === json.metadata.namespace &&
          autoscaler.target === `Deployment/${deployment}`,
      );
      const owner = json.metadata.ownerReferences?.find(
        ({ kind }) => kind === 'ScaledObject',
      );
      return workload ? [{ ...autoscaler, workload, madeBy: owner?.name }] : [];
    }),
  );
}

/** The autoscalers that may speak of a Deployment, as documents: those of its namespace. */
export function autoscalersBeside(
  { namespace }: LiveWorkload,
  autoscalers: readonly KubernetesJson[],
): SourceDocument[] {
  return autoscalers
    .filter(({ metadata }) => metadata.namespace === namespace)
    .map(liveObject);
}

/** How a report names an autoscaler. */
export function autoscalerTitle({
  kind,
  name,
  madeBy,
}: ProductAutoscaler): string {
  const maker = madeBy === undefined ? '' : ` of the ScaledObject ${madeBy}`;
  return `${kind} ${name}${maker}`;
}
