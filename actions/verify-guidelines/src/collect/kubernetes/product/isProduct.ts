import { imageOrigin } from '@scalardl-on-eks/plugin-scalardl-common';
import type { Sighting } from '../workloads/workloadClasses';

const NAMES = ['scalardl', 'scalardl-audit'];
const COMPONENTS = ['ledger', 'auditor', 'envoy'];

/** Whether pods have the labels of the product's charts, or one of its images under whatever name. */
export function isProduct({
  labels,
  images,
}: Pick<Sighting, 'labels' | 'images'>): boolean {
  return (
    (NAMES.includes(labels['app.kubernetes.io/name'] ?? '') &&
      COMPONENTS.includes(labels['app.kubernetes.io/app'] ?? '')) ||
    images.some(image => ['product', 'envoy'].includes(imageOrigin(image).kind))
  );
}
