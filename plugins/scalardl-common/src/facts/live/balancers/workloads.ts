import type { Side } from '../../../report/report';
import { listOf, recordOf, textOf } from '../../plain/plain';
import type { Release } from '../../release/release';
import type { Workload } from '../../release/workload';
import { type KubernetesJson, liveObject } from '../kubernetes';

/** Whose workloads are meant: one side's, and where the release is told and found, only those of it. */
export interface OfSide {
  side: Side;
  release: Release | undefined;
}

/** The Deployments of one side as they run. */
export interface LiveWorkloads {
  product: Workload[];
  envoy: Workload[];
}

const TITLES = { ledger: 'Ledger', auditor: 'Auditor', envoy: 'Envoy' };

/**
 * The product's Deployments of one side, and the Envoys in their namespaces. They are told by the label
 * `app.kubernetes.io/app` of the charts, without it by the name of an image.
 */
export function liveWorkloads(
  deployments: readonly KubernetesJson[],
  { side, release }: OfSide,
): LiveWorkloads {
  const workloads = deployments
    .map(toWorkload)
    .filter(workload => workload !== undefined);
  const ofSide = workloads.filter(({ component }) => component === side);
  const ofRelease = ofSide.filter(workload => belongsTo(workload, release));
  // Somebody may have installed it elsewhere, where it runs all the same.
  const product = ofRelease.length > 0 ? ofRelease : ofSide;
  const envoy = workloads.filter(
    workload =>
      workload.component === 'envoy' &&
      product.some(each => installedTogether(each, workload)),
  );
  return { product, envoy };
}

function installedTogether(one: Workload, other: Workload): boolean {
  const instance = 'app.kubernetes.io/instance';
  return (
    one.namespace === other.namespace &&
    (one.labels[instance] ?? '') === (other.labels[instance] ?? '')
  );
}

function toWorkload(deployment: KubernetesJson): Workload | undefined {
  const component = componentOf(deployment);
  if (!component) return undefined;
  const object = liveObject(deployment);
  return {
    title: TITLES[component],
    component,
    labels: templateLabels(deployment),
    deployment: deployment.metadata.name,
    namespace: deployment.metadata.namespace,
    get: (...keys) => object.get('spec', 'template', 'spec', ...keys),
    locate: (...keys) => object.locate('spec', 'template', 'spec', ...keys),
  };
}

function componentOf(
  deployment: KubernetesJson,
): Workload['component'] | undefined {
  const label = templateLabels(deployment)['app.kubernetes.io/app'];
  if (label === 'ledger' || label === 'auditor' || label === 'envoy')
    return label;
  const template = recordOf(deployment.spec?.template);
  const images = listOf(recordOf(template.spec).containers).map(
    container => textOf(recordOf(container).image) ?? '',
  );
  return (['ledger', 'auditor', 'envoy'] as const).find(name =>
    images.some(image => nameOf(image).includes(name)),
  );
}

/** The last part of an image's repository: `scalardl-ledger-byol`. */
function nameOf(image: string): string {
  return image.split('/').at(-1)?.split(/[:@]/)[0] ?? '';
}

function templateLabels(deployment: KubernetesJson): Record<string, string> {
  const template = recordOf(deployment.spec?.template);
  const labels = recordOf(recordOf(template.metadata).labels);
  return Object.fromEntries(
    Object.entries(labels).map(([key, value]) => [key, String(value)]),
  );
}

function belongsTo(
  { namespace, labels }: Workload,
  release: Release | undefined,
): boolean {
  if (!release) return true;
  const instance = labels['app.kubernetes.io/instance'] ?? release.name;
  return namespace === release.namespace && instance === release.name;
}
