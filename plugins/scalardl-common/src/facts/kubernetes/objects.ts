import { recordOf, textOf } from '../plain/plain';
import type { SourceDocument } from '../sourceDocument';

/** One Kubernetes object of the manifests. */
export interface KubernetesObject extends SourceDocument {
  apiVersion: string;
  kind: string;
  name: string;
  /** `undefined` where the manifest leaves it to the command that applies it. */
  namespace: string | undefined;
}

/** The documents that are Kubernetes objects. */
export function objectsOf(
  documents: readonly SourceDocument[],
): KubernetesObject[] {
  return documents.flatMap(document => {
    const kind = textOf(document.get('kind'));
    if (!kind) return [];
    const metadata = recordOf(document.get('metadata'));
    return [
      {
        ...document,
        kind,
        apiVersion: String(document.get('apiVersion') ?? ''),
        name: String(metadata.name ?? ''),
        namespace: textOf(metadata.namespace),
      },
    ];
  });
}

/** Whether the object may live in the namespace: one that names none goes where the command says. */
export function maybeIn(
  object: KubernetesObject,
  namespace: string | undefined,
): boolean {
  return (
    object.namespace === undefined ||
    namespace === undefined ||
    object.namespace === namespace
  );
}
