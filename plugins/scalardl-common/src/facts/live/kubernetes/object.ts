import type { KubernetesObject } from '../../kubernetes/objects';
import { plainDocument } from '../../plain/plainDocument';

/** A Kubernetes object as the API answers it, without `managedFields`. */
export interface KubernetesJson {
  apiVersion: string;
  kind: string;
  metadata: {
    name: string;
    namespace?: string;
    labels?: Record<string, string>;
    annotations?: Record<string, string>;
    creationTimestamp?: string;
    deletionTimestamp?: string;
    ownerReferences?: { apiVersion: string; kind: string; name: string }[];
  };
  spec?: Record<string, unknown>;
  status?: Record<string, unknown>;
  data?: Record<string, string>;
}

/**
 * The object in the form in which the plan stage sees a manifest, so that one reading serves both stages. Its
 * places are the object's name, and the judge leaves them out of a live result.
 */
export function liveObject(json: KubernetesJson): KubernetesObject {
  const { name, namespace } = json.metadata;
  const where = [json.kind, namespace ? `${namespace}/${name}` : name].join(
    ' ',
  );
  return {
    ...plainDocument(json, where),
    apiVersion: json.apiVersion,
    kind: json.kind,
    name,
    namespace,
  };
}
