import {
  imageOrigin,
  type KubernetesJson,
  type Side,
} from '@scalardl-on-eks/plugin-scalardl-common';
import { deploymentsOf } from '../product/deploymentsOf';
import type { Container, PodSpec } from '../workloads/podSpec';

/** Where the product of a side runs, and its own container among the others of its pods. */
export interface ProductPlace {
  namespace: string;
  pod: PodSpec;
  container: Container;
}

/** @throws Error where the side has no Deployment that shows its container */
export function productPlace(
  side: Side,
  deployments: readonly KubernetesJson[],
): ProductPlace {
  for (const { namespace, pod } of deploymentsOf(side, deployments)) {
    const containers = pod.containers ?? [];
    const container = containers.find(({ image = '' }) => isOf(side, image));
    const only = containers.length === 1 ? containers[0] : undefined;
    const own = container ?? only;
    if (own) return { namespace, pod, container: own };
  }
  throw new Error(
    `Expected a Deployment of ${side} with a container of Scalar’s image, received none: the probe is made of it.`,
  );
}

function isOf(side: Side, image: string): boolean {
  const origin = imageOrigin(image);
  return origin.kind === 'product' && origin.side === side;
}
