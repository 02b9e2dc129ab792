import { type KubernetesObject, objectsOf } from '../kubernetes/objects';
import { isRecord } from '../plain/plain';
import { type SourceDocument, within } from '../sourceDocument';
import type { Side } from '../../report/report';
import {
  type Allowances,
  allowanceFor,
  explainAllowance,
  isMirrored,
  isSystemNamespace,
} from './allowances';
import type { Deployed } from './deployed';
import { imageOrigin } from './imageOrigin';
import { podMaker } from './podMakers';

/** Where the objects go, and what somebody allowed there. */
export interface Destination {
  side: Side;
  allowances: Allowances;
  /** Namespaces of the product, as far as they are known. */
  productNamespaces: readonly string[];
}

/** Every object of the manifests that makes pods, or may. */
export function deployedObjects(
  documents: readonly SourceDocument[],
  destination: Destination,
): Deployed[] {
  return objectsOf(documents).flatMap(object =>
    readObject(object, destination),
  );
}

/** Keys under which the charts of tools take objects of their user. */
const ADDED = [
  'extraObjects',
  'extraManifests',
  'extraDeploy',
  'extraResources',
];

/** The objects that the values of a tool's chart add to it. */
export function addedObjects(
  values: SourceDocument,
  destination: Destination,
): Deployed[] {
  return ADDED.flatMap(key => {
    const list = values.get(key);
    if (typeof list !== 'object' || list === null) return [];
    return Object.entries(list).flatMap(([name, item]): Deployed[] => {
      const at = within(values, key, Array.isArray(list) ? Number(name) : name);
      if (isRecord(item)) return deployedObjects([at], destination);
      const detail = `${key} of ${values.path} holds a template that only Helm reads`;
      return [{ id: key, what: 'unknown', detail, location: at.locate() }];
    });
  });
}

function readObject(
  object: KubernetesObject,
  destination: Destination,
): Deployed[] {
  const maker = podMaker(object);
  const id = `${object.kind} ${object.name}`;
  const location = object.locate('kind');
  if (maker.kind === 'none') return [];
  if (maker.kind === 'unknown') {
    const detail = `whether a ${object.kind} of ${object.apiVersion} makes pods is not known`;
    return [{ id, what: 'unknown', detail, location }];
  }
  const { namespace } = object;
  const judged = maker.images.map(image =>
    judgeImage({ image, namespace }, destination),
  );
  const { what, detail } = worst(judged) ?? {
    what: 'foreign' as const,
    detail: 'an image that it does not name',
  };
  return [{ id, what, detail: `${id} runs ${detail}`, location }];
}

type Judged = Pick<Deployed, 'what' | 'detail'>;

function worst(judged: readonly Judged[]): Judged | undefined {
  const bad =
    judged.find(({ what }) => what === 'foreign') ??
    judged.find(({ what }) => what === 'unknown');
  const [first] = judged;
  if (bad || !first) return bad;
  return { ...first, detail: judged.map(({ detail }) => detail).join(', ') };
}

function judgeImage(
  { image, namespace }: { image: string; namespace: string | undefined },
  { side, allowances, productNamespaces }: Destination,
): Judged {
  if (isExpected(image, { namespace, allowances }))
    return { what: 'belongs', detail: image };
  const entry = allowanceFor(
    { image, namespace, side },
    { allowances, productNamespaces },
  );
  if (entry) {
    return { what: 'belongs', detail: `${image}, ${explainAllowance(entry)}` };
  }
  const what = imageOrigin(image).kind === 'unlisted' ? 'unknown' : 'foreign';
  return { what, detail: image || 'an image that it does not name' };
}

/** Whether the image is Scalar's, or one of the cluster's own parts where those belong. */
function isExpected(
  image: string,
  {
    namespace,
    allowances,
  }: { namespace: string | undefined; allowances: Allowances },
): boolean {
  const { kind } = imageOrigin(image);
  if (kind === 'system') return isSystemNamespace(namespace, allowances);
  return (
    ['product', 'envoy', 'tool'].includes(kind) || isMirrored(image, allowances)
  );
}
