import { eventually } from '../../../testbed/kubernetes/eventually.ts';
import type { KubernetesBed } from '../kubernetesBed.ts';
import { APPLICATIONS, podSpec } from './applications.ts';

/** An object that others may name as their owner. */
export interface Owner {
  apiVersion: string;
  kind: string;
  metadata: { name: string; uid: string };
}

/** As it stands in the metadata of what it is said to have made. */
export function referenceTo({ apiVersion, kind, metadata }: Owner): object {
  const { name, uid } = metadata;
  return { apiVersion, kind, name, uid, controller: true };
}

/** A Deployment of no pods. */
export function sleepingDeployment(name: string, image: string) {
  const labels = { app: name };
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name, namespace: APPLICATIONS },
    spec: {
      replicas: 0,
      selector: { matchLabels: labels },
      template: { metadata: { labels }, spec: podSpec(image) },
    },
  };
}

/** The API serves a new kind a moment after it was installed. */
export async function createOwner(
  bed: KubernetesBed,
  apiVersion: string,
  kind: string,
): Promise<{ apiVersion: string; kind: string; name: string; uid: string }> {
  const path = `/apis/${apiVersion}/namespaces/${APPLICATIONS}/${kind.toLowerCase()}s`;
  const body = { apiVersion, kind, metadata: { name: 'owner' } };
  const { metadata } = await eventually(() =>
    bed.request<Owner>('POST', path, body),
  );
  const { name, uid } = metadata;
  return { apiVersion, kind, name, uid };
}
