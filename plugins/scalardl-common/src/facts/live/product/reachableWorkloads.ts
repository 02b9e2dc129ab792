import type { KubernetesJson } from '../kubernetes';
import {
  COMPONENT_LABEL,
  type Component,
  type ProductQuery,
} from './component';
import { type LiveWorkload, templateOf, toLiveWorkload } from './liveWorkload';

const INSTANCE_LABEL = 'app.kubernetes.io/instance';

const COMPONENTS: readonly Component[] = ['ledger', 'auditor', 'envoy'];

/** What answers calls on one side. */
export interface ReachableWorkloads {
  product: LiveWorkload[];
  envoy: LiveWorkload[];
}

/**
 * The Deployments of one side that answer calls: the product's, and the Envoys that were installed with them. Who
 * counts pods of the product wants proof of what they are (`deploymentsOf`); who judges what can be reached must
 * leave nothing out that may be it, so here the label of the charts or the name of an image is enough.
 */
export function reachableWorkloads(
  deployments: readonly KubernetesJson[],
  { side, settings }: ProductQuery,
): ReachableWorkloads {
  const workloads = deployments.flatMap(json => {
    const component = componentOf(json);
    return component ? [toLiveWorkload(json, component)] : [];
  });
  const ofSide = workloads.filter(({ component }) => component === side);
  const release = settings.release[side];
  const ofRelease = ofSide.filter(
    ({ namespace, labels }) =>
      !release ||
      (namespace === release.namespace &&
        (labels[INSTANCE_LABEL] ?? release.name) === release.name),
  );
  // Somebody may have installed it elsewhere, where it runs all the same.
  const product = ofRelease.length > 0 ? ofRelease : ofSide;
  const envoy = workloads.filter(
    workload =>
      workload.component === 'envoy' &&
      product.some(each => installedTogether(each, workload)),
  );
  return { product, envoy };
}

function installedTogether(one: LiveWorkload, other: LiveWorkload): boolean {
  return (
    one.namespace === other.namespace &&
    (one.labels[INSTANCE_LABEL] ?? '') === (other.labels[INSTANCE_LABEL] ?? '')
  );
}

function componentOf(json: KubernetesJson): Component | undefined {
  const { labels, images } = templateOf(json);
  return (
    COMPONENTS.find(component => component === labels[COMPONENT_LABEL]) ??
    COMPONENTS.find(component =>
      images.some(image => nameOf(image).includes(component)),
    )
  );
}

/** The last part of an image's repository: `scalardl-ledger-byol`. */
function nameOf(image: string): string {
  return image.split('/').at(-1)?.split(/[:@]/)[0] ?? '';
}
