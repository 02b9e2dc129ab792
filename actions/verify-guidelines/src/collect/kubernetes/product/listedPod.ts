import {
  type LivePod,
  podNamesOf,
} from '@scalardl-on-eks/plugin-scalardl-common';
import type { ListedObject } from '../readObjects';
import { type Owner, controllerOf } from '../workloads/owner';
import type { Container, PodSpec } from '../workloads/podSpec';

interface Terminated {
  terminated?: { finishedAt?: string };
}

/** What is read of a Pod (https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/). */
export interface ListedPod extends Pick<ListedObject, 'metadata'> {
  spec?: PodSpec;
  status?: {
    phase?: string;
    podIP?: string;
    startTime?: string;
    conditions?: { type: string; status: string }[];
    containerStatuses?: {
      name: string;
      restartCount: number;
      state?: Terminated;
      lastState?: Terminated;
    }[];
  };
}

/** Nothing runs any more, or soon nothing will. */
export function hasEnded({ metadata, status }: ListedPod): boolean {
  return (
    metadata.deletionTimestamp !== undefined ||
    ['Succeeded', 'Failed'].includes(status?.phase ?? '')
  );
}

/** @param deployments - `namespace/name` of each Deployment of the product that was read */
export function livePod(
  pod: ListedPod,
  deployments: ReadonlySet<string>,
): LivePod {
  const { metadata, spec, status } = pod;
  const { kind, name } = topOwner(pod, deployments);
  return {
    name: metadata.name,
    namespace: metadata.namespace ?? '',
    labels: metadata.labels ?? {},
    owner: `${kind} ${name}`,
    node: spec?.nodeName,
    phase: status?.phase ?? 'Unknown',
    ready: (status?.conditions ?? []).some(
      condition => condition.type === 'Ready' && condition.status === 'True',
    ),
    terminating: metadata.deletionTimestamp !== undefined,
    startedAt: status?.startTime,
    address: status?.podIP,
    names: podNamesOf(spec),
    containers: (spec?.containers ?? []).map(one => containerOf(one, status)),
  };
}

/**
 * A ReplicaSet of a Deployment has the Deployment's name and the hash of its template
 * (https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#pod-template-hash-label).
 */
function topOwner(
  { metadata }: ListedPod,
  deployments: ReadonlySet<string>,
): Pick<Owner, 'kind' | 'name'> {
  const { name, namespace, labels } = metadata;
  const controller = controllerOf(metadata);
  if (!controller) return { kind: 'Pod', name };
  const hash = `-${labels?.['pod-template-hash']}`;
  if (controller.kind === 'ReplicaSet' && controller.name.endsWith(hash)) {
    const deployment = controller.name.slice(0, -hash.length);
    if (deployments.has(`${namespace}/${deployment}`)) {
      return { kind: 'Deployment', name: deployment };
    }
  }
  return controller;
}

function containerOf(
  { name, image = '', resources }: Container,
  status: ListedPod['status'],
): LivePod['containers'][number] {
  const seen = status?.containerStatuses?.find(one => one.name === name);
  return {
    name,
    image,
    restarts: seen?.restartCount ?? 0,
    lastEndedAt:
      seen?.state?.terminated?.finishedAt ??
      seen?.lastState?.terminated?.finishedAt,
    requests: resources?.requests ?? {},
    limits: resources?.limits ?? {},
  };
}
