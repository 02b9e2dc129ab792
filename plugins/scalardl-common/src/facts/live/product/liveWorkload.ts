import { listOf, recordOf, textOf } from '../../plain/plain';
import { plainDocument } from '../../plain/plainDocument';
import type { Workload } from '../../release/workload';
import { imageRepository } from '../../workloads/imageRepository';
import { type KubernetesJson, liveObject } from '../kubernetes';
import { type Component, type Labelled, TITLES } from './component';
import { podRequests } from './podRequests';

/**
 * A Deployment of the product as the API shows it, in the form in which the plan stage sees the values of a
 * chart, so that one reading serves both stages. Beside those keys it has the pod's `containers`.
 */
export interface LiveWorkload extends Workload {
  deployment: string;
  namespace: string;
  labels: Readonly<Record<string, string>>;
  /** `spec.template.spec`. */
  pod: Readonly<Record<string, unknown>>;
}

/** What a Deployment tells of the pods that it makes. */
export function templateOf(json: KubernetesJson): Labelled {
  const { labels } = recordOf(recordOf(json.spec?.template).metadata);
  return {
    namespace: json.metadata.namespace,
    labels: Object.fromEntries(
      Object.entries(recordOf(labels)).map(([key, value]) => [
        key,
        String(value),
      ]),
    ),
    images: listOf(podOf(json).containers).map(
      container => textOf(recordOf(container).image) ?? '',
    ),
  };
}

/** @param image - that of the container which is the component, among others of its pod */
export function toLiveWorkload(
  json: KubernetesJson,
  component: Component,
  image = '',
): LiveWorkload {
  const object = liveObject(json);
  const pod = podOf(json);
  const values = {
    replicaCount: json.spec?.replicas,
    strategy: json.spec?.strategy,
    affinity: pod.affinity,
    nodeSelector: pod.nodeSelector,
    tolerations: pod.tolerations,
    resources: { requests: podRequests(pod) },
    image: { repository: imageRepository(image) },
    containers: pod.containers,
  };
  const document = plainDocument(values, object.path);
  return {
    title: TITLES[component],
    component,
    labels: templateOf(json).labels,
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
