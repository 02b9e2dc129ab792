import { imageOrigin } from '@scalardl-on-eks/plugin-scalardl-common';
import type { Sighting } from '../workloads/workloadClasses';

/** Tools whose Deployments a guideline asks for, by the last part of their image's name, which a mirror keeps. */
const ASKED_FOR =
  /(?:^|\/)(?:cluster-autoscaler|karpenter(?:\/controller)?|metrics-server|keda|aws-load-balancer-controller|prometheus-operator)(?:[:@]|$)/;

/** Whether a guideline may ask for it: what `kube-system` holds, and the usual tools wherever they are. */
export function isTool({
  namespace,
  images,
}: Pick<Sighting, 'namespace' | 'images'>): boolean {
  return (
    namespace === 'kube-system' ||
    images.some(
      image =>
        ['system', 'unlisted'].includes(imageOrigin(image).kind) ||
        ASKED_FOR.test(image),
    )
  );
}
