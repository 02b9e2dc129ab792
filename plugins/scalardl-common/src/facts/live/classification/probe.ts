import { imageRepository } from '../../workloads/imageRepository';
import { PROBE_LABEL, type WorkloadClass } from '../kubernetes';
import type { ScalarImage } from '../product';

/** https://github.com/grpc-ecosystem/grpc-health-probe */
const PROBE_REPOSITORY = 'ghcr.io/grpc-ecosystem/grpc-health-probe';

/** Whether this is our own probe: by its label, its kind and its image together. */
export function isProbe(
  image: string,
  { kind, labels }: WorkloadClass,
  scalar: ScalarImage | undefined,
): boolean {
  return (
    kind === 'Job' &&
    labels[PROBE_LABEL] !== undefined &&
    (scalar !== undefined || imageRepository(image) === PROBE_REPOSITORY)
  );
}
