import {
  type KubernetesJson,
  type Side,
  imageOrigin,
} from '@scalardl-on-eks/plugin-scalardl-common';
import { type PodSpec, imagesOf, templateOf } from '../workloads/podSpec';

/** A Deployment of the product, as far as its pods' configuration matters. */
export interface ProductDeployment {
  /** As a reader knows it: `Deployment scalardl-ledger/scalardl-ledger-ledger`. */
  title: string;
  namespace: string;
  pod: PodSpec;
}

/**
 * The Deployments of one component. Those that are scaled to zero configure nothing while others run.
 */
export function deploymentsOf(
  component: Side | 'envoy',
  deployments: readonly KubernetesJson[],
): ProductDeployment[] {
  const all = deployments.filter(one => isOf(component, one));
  const running = all.filter(({ spec }) => spec?.replicas !== 0);
  return (running.length > 0 ? running : all).map(deployment => {
    const { name, namespace = '' } = deployment.metadata;
    return {
      title: `Deployment ${namespace}/${name}`,
      namespace,
      pod: templateOf(deployment).spec ?? {},
    };
  });
}

/** The image tells what runs, whatever the labels say; where no image is Scalar's, the labels do. */
function isOf(component: Side | 'envoy', deployment: KubernetesJson): boolean {
  const { metadata, spec } = templateOf(deployment);
  const components = imagesOf(spec).flatMap(image => {
    const origin = imageOrigin(image);
    if (origin.kind === 'product') return [origin.side];
    return origin.kind === 'envoy' ? ['envoy'] : [];
  });
  return components.length > 0
    ? components.includes(component)
    : metadata?.labels?.['app.kubernetes.io/app'] === component;
}
