import type { WorkloadClass } from '../../facts/live';
import type { ProductQuery } from '../../facts/live/product';
import { workloadId } from '../workloadId';
import { isPauser } from './pauser';

/** Whatever runs Scalar Admin for Kubernetes anywhere in the cluster, by name. */
export function pausersElsewhere(
  workloads: readonly WorkloadClass[],
  query: ProductQuery,
): string[] {
  return workloads
    .filter(({ images }) => images.some(image => isPauser(image, query)))
    .map(workloadId);
}
