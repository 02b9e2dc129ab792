import type { KubernetesObject } from '../kubernetes/objects';
import { listOf, recordOf, textOf } from '../plain/plain';
import type { Key } from '../sourceDocument';

/** What an object does to the cluster's pods. */
export type PodMaker =
  { kind: 'none' } | { kind: 'pods'; images: string[] } | { kind: 'unknown' };

const POD: Key[] = ['spec'];
const TEMPLATE: Key[] = ['spec', 'template', 'spec'];

/** Where the pod's specification stands, by kind. */
const BUILT_IN: ReadonlyMap<string, Key[]> = new Map([
  ['Pod', POD],
  ['Deployment', TEMPLATE],
  ['StatefulSet', TEMPLATE],
  ['DaemonSet', TEMPLATE],
  ['ReplicaSet', TEMPLATE],
  ['ReplicationController', TEMPLATE],
  ['Job', TEMPLATE],
  ['CronJob', ['spec', 'jobTemplate', ...TEMPLATE]],
]);

/** Groups of Kubernetes itself; all of their objects that make pods are above. */
const KUBERNETES_GROUP =
  /^(?:v1|apps|batch|policy|autoscaling|(?:[a-z.]+\.)?k8s\.io)(?:\/|$)/;

/** Groups of well-known tools whose objects make no pods. */
const HARMLESS_GROUP =
  /^(?:cert-manager\.io|external-secrets\.io|generators\.external-secrets\.io|keda\.sh|kyverno\.io|karpenter\.sh|karpenter\.k8s\.aws|eks\.amazonaws\.com|crd\.k8s\.amazonaws\.com|elbv2\.k8s\.aws|vpcresources\.k8s\.aws|networking\.k8s\.aws|secrets-store\.csi\.x-k8s\.io|trust\.cert-manager\.io)\//;

const PROMETHEUS_GROUP = /^monitoring\.coreos\.com\//;
const PROMETHEUS_PODS = [
  'Prometheus',
  'PrometheusAgent',
  'Alertmanager',
  'ThanosRuler',
];

/** Whether the object makes pods, and of which images. */
export function podMaker(object: KubernetesObject): PodMaker {
  const { apiVersion, kind } = object;
  const path = KUBERNETES_GROUP.test(apiVersion)
    ? BUILT_IN.get(kind)
    : undefined;
  if (path) return { kind: 'pods', images: imagesIn(object.get(...path)) };
  if (PROMETHEUS_GROUP.test(apiVersion) && PROMETHEUS_PODS.includes(kind)) {
    return { kind: 'pods', images: ['quay.io/prometheus/prometheus'] };
  }
  const harmless =
    KUBERNETES_GROUP.test(apiVersion) ||
    HARMLESS_GROUP.test(apiVersion) ||
    PROMETHEUS_GROUP.test(apiVersion);
  return { kind: harmless ? 'none' : 'unknown' };
}

function imagesIn(pod: unknown): string[] {
  const spec = recordOf(pod);
  return ['initContainers', 'containers', 'ephemeralContainers']
    .flatMap(list => listOf(spec[list]))
    .map(container => textOf(recordOf(container).image) ?? '');
}
