import { listOf, recordOf, textOf } from '../../plain/plain';
import { plainDocument } from '../../plain/plainDocument';
import type { Workload } from '../../release/workload';
import { imageRepository } from '../../workloads/imageRepository';
import { type KubernetesJson, liveObject } from '../kubernetes';
import {
  type Component,
  type ProductQuery,
  isComponent,
  isImageOf,
} from './component';
import { podRequests } from './podRequests';
import { TITLES } from './productPods';

/**
 * A Deployment of the product as the API shows it, in the form in which the plan stage sees the values of a
 * chart, so that one reading serves both stages.
 */
export interface LiveWorkload extends Workload {
  deployment: string;
  namespace: string;
  /** `spec.template.spec`. */
  pod: Readonly<Record<string, unknown>>;
}

/** The Deployments of one component; more than one where a release is installed twice. */
export function deploymentsOf(
  deployments: readonly KubernetesJson[],
  component: Component,
  query: ProductQuery,
): LiveWorkload[] {
  return deployments
    .filter(json => json.metadata.deletionTimestamp === undefined)
    .map(json => ({ json, pod: podOf(json), labels: podLabels(json) }))
    .filter(({ json, pod, labels }) =>
      isComponent(
        {
          namespace: json.metadata.namespace,
          labels,
          images: containersOf(pod).map(({ image }) => image),
        },
        component,
        query,
      ),
    )
    .map(({ json }) => toWorkload(json, component, query));
}

/** The Deployments of the product itself and of its Envoy. */
export function allDeploymentsOf(
  deployments: readonly KubernetesJson[],
  query: ProductQuery,
): LiveWorkload[] {
  return ([query.side, 'envoy'] as const).flatMap(component =>
    deploymentsOf(deployments, component, query),
  );
}

function toWorkload(
  json: KubernetesJson,
  component: Component,
  query: ProductQuery,
): LiveWorkload {
  const object = liveObject(json);
  const pod = podOf(json);
  const own = containersOf(pod).find(({ image }) =>
    isImageOf(image, component, query),
  );
  const image = own?.image ?? '';
  const values = {
    replicaCount: json.spec?.replicas,
    strategy: json.spec?.strategy,
    affinity: pod.affinity,
    nodeSelector: pod.nodeSelector,
    tolerations: pod.tolerations,
    resources: { requests: podRequests(pod) },
    image: { repository: imageRepository(image) },
  };
  const document = plainDocument(values, object.path);
  return {
    title: TITLES[component],
    component,
    labels: podLabels(json),
    deployment: object.name,
    namespace: object.namespace ?? '',
    pod,
    get: document.get,
    locate: document.locate,
  };
}

function podOf(json: KubernetesJson): Readonly<Record<string, unknown>> {
  return recordOf(recordOf(json.spec?.template).spec);
}

function podLabels(json: KubernetesJson): Record<string, string> {
  const { labels } = recordOf(recordOf(json.spec?.template).metadata);
  return Object.fromEntries(
    Object.entries(recordOf(labels)).map(([key, value]) => [
      key,
      String(value),
    ]),
  );
}

function containersOf(
  pod: Readonly<Record<string, unknown>>,
): { image: string }[] {
  return listOf(pod.containers).map(container => ({
    image: textOf(recordOf(container).image) ?? '',
  }));
}
