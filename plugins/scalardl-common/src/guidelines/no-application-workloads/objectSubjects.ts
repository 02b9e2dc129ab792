import {
  type KubernetesObject,
  objectsOf,
} from '../../facts/kubernetes/objects';
import { isRecord } from '../../facts/plain/plain';
import { type SourceDocument, within } from '../../facts/sourceDocument';
import { imageOrigin } from '../../facts/workloads/imageOrigin';
import { podMaker } from '../../facts/workloads/podMakers';
import type { Subject } from '../../report/report';

/** One subject for each object that makes pods, or may. */
export function objectSubjects(
  documents: readonly SourceDocument[],
): Subject[] {
  return objectsOf(documents).flatMap(judgeObject);
}

/** Keys under which the charts of the tools take objects of their user. */
const ADDED_OBJECTS = [
  'extraObjects',
  'extraManifests',
  'extraDeploy',
  'extraResources',
];

/** The objects that the values of a tool's chart add to it. */
export function addedObjects(values: SourceDocument): Subject[] {
  return ADDED_OBJECTS.flatMap(key => {
    const list = values.get(key);
    if (typeof list !== 'object' || list === null) return [];
    return Object.entries(list).flatMap(([name, item]) => {
      const at = within(values, key, Array.isArray(list) ? Number(name) : name);
      if (isRecord(item)) return objectSubjects([at]);
      const detail = `${key} of ${values.path} holds a template that only Helm reads`;
      return [{ id: key, verdict: 'unknown', detail, location: at.locate() }];
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

function judgeObject(object: KubernetesObject): Subject[] {
  const maker = podMaker(object);
  const id = `${object.kind} ${object.name}`;
  const location = object.locate('kind');
  if (maker.kind === 'none') return [];
  if (maker.kind === 'unknown') {
    const detail = `whether a ${object.kind} of ${object.apiVersion} makes pods is not known`;
    return [{ id, verdict: 'unknown', detail, location }];
  }
  const foreign = maker.images.find(
    image => !isAllowed(image, object.namespace),
  );
  if (foreign !== undefined || maker.images.length === 0) {
    const detail = `${id} runs ${foreign || 'an image that it does not name'}`;
    return [{ id, verdict: 'fail', detail, location }];
  }
  const detail = `${id} runs ${maker.images.join(', ')}`;
  return [{ id, verdict: 'pass', detail, location }];
}

function isAllowed(image: string, namespace: string | undefined): boolean {
  const { kind } = imageOrigin(image);
  if (kind === 'other') return false;
  return kind !== 'system' || SYSTEM_NAMESPACES.includes(namespace ?? '');
}
