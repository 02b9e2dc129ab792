import { type KubernetesObject, objectsOf } from '../kubernetes/objects';
import { isRecord } from '../plain/plain';
import { type SourceDocument, within } from '../sourceDocument';
import type { Deployed } from './deployed';
import { imageOrigin } from './imageOrigin';
import { podMaker } from './podMakers';

/** Every object of the manifests that makes pods, or may. */
export function deployedObjects(
  documents: readonly SourceDocument[],
): Deployed[] {
  return objectsOf(documents).flatMap(readObject);
}

/** Keys under which the charts of tools take objects of their user. */
const ADDED = [
  'extraObjects',
  'extraManifests',
  'extraDeploy',
  'extraResources',
];

/** The objects that the values of a tool's chart add to it. */
export function addedObjects(values: SourceDocument): Deployed[] {
  return ADDED.flatMap(key => {
    const list = values.get(key);
    if (typeof list !== 'object' || list === null) return [];
    return Object.entries(list).flatMap(([name, item]): Deployed[] => {
      const at = within(values, key, Array.isArray(list) ? Number(name) : name);
      if (isRecord(item)) return deployedObjects([at]);
      const detail = `${key} of ${values.path} holds a template that only Helm reads`;
      return [{ id: key, what: 'unknown', detail, location: at.locate() }];
    });
  });
}

/** Namespaces of the cluster's own parts and of the usual tools; anybody may deploy there, so images count too. */
const SYSTEM_NAMESPACES = [
  'kube-system',
  'kube-node-lease',
  'kube-public',
  'amazon-cloudwatch',
  'amazon-guardduty',
  'monitoring',
  'cert-manager',
  'external-secrets',
  'keda',
  'kyverno',
];

function readObject(object: KubernetesObject): Deployed[] {
  const maker = podMaker(object);
  const id = `${object.kind} ${object.name}`;
  const location = object.locate('kind');
  if (maker.kind === 'none') return [];
  if (maker.kind === 'unknown') {
    const detail = `whether a ${object.kind} of ${object.apiVersion} makes pods is not known`;
    return [{ id, what: 'unknown', detail, location }];
  }
  const foreign = maker.images.find(image => !belongs(image, object.namespace));
  if (foreign !== undefined || maker.images.length === 0) {
    const detail = `${id} runs ${foreign || 'an image that it does not name'}`;
    return [{ id, what: 'foreign', detail, location }];
  }
  const detail = `${id} runs ${maker.images.join(', ')}`;
  return [{ id, what: 'belongs', detail, location }];
}

function belongs(image: string, namespace: string | undefined): boolean {
  const { kind } = imageOrigin(image);
  if (kind === 'other') return false;
  return kind !== 'system' || SYSTEM_NAMESPACES.includes(namespace ?? '');
}
