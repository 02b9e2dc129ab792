/** The parts of Kubernetes objects that the acceptance tests look at. */

export type Labels = Record<string, string>;

export interface KubernetesObject {
  kind: string;
  metadata: { name: string; namespace?: string; labels?: Labels };
}

export interface LabelSelector {
  matchLabels?: Labels;
}

export interface Volume {
  name: string;
  secret?: { secretName: string };
  projected?: { sources: { secret?: { name: string } }[] };
}

export interface Container {
  image: string;
  args?: string[];
  env?: {
    name: string;
    value?: string;
    valueFrom?: { secretKeyRef?: { name: string } };
  }[];
  envFrom?: { secretRef?: { name: string } }[];
  volumeMounts?: { name: string; mountPath: string }[];
}

export interface PodSpec {
  containers: Container[];
  volumes?: Volume[] | null;
  imagePullSecrets?: { name: string }[];
  serviceAccountName?: string;
  affinity?: {
    podAntiAffinity?: {
      preferredDuringSchedulingIgnoredDuringExecution?: {
        podAffinityTerm: { labelSelector: LabelSelector; topologyKey: string };
      }[];
    };
  };
}

/** A Deployment or a Job. */
export interface Workload extends KubernetesObject {
  spec: {
    replicas?: number;
    template: { metadata: { labels: Labels }; spec: PodSpec };
  };
}

export interface Service extends KubernetesObject {
  metadata: KubernetesObject['metadata'] & { annotations?: Labels };
  spec: {
    type: string;
    clusterIP?: string;
    selector: Labels;
    ports: { name: string; port: number; targetPort: number }[];
  };
}

export interface ConfigMap extends KubernetesObject {
  data: Record<string, string>;
}

export interface ServiceMonitor extends KubernetesObject {
  spec: {
    namespaceSelector: { matchNames: string[] };
    selector: LabelSelector;
    endpoints: {
      port: string;
      tlsConfig?: { ca: { secret: { name: string } }; serverName?: string };
    }[];
  };
}

export interface PodDisruptionBudget extends KubernetesObject {
  spec: { selector: LabelSelector };
}

interface NetworkPeer {
  podSelector?: LabelSelector;
  namespaceSelector?: LabelSelector;
  ipBlock?: { cidr: string };
}

export interface NetworkPolicy extends KubernetesObject {
  spec: {
    podSelector: LabelSelector;
    ingress?: { from?: NetworkPeer[]; ports?: { port: number }[] }[];
    egress?: { to?: NetworkPeer[]; ports?: { port: number }[] }[];
  };
}

export interface HorizontalPodAutoscaler extends KubernetesObject {
  spec: {
    scaleTargetRef: { kind: string; name: string };
    minReplicas: number;
    maxReplicas: number;
    metrics: unknown[];
  };
}

/** Whether the selector chooses something with these labels. An empty one chooses everything. */
export function selects(
  { matchLabels = {} }: LabelSelector,
  labels: Labels = {},
): boolean {
  return Object.entries(matchLabels).every(
    ([key, value]) => labels[key] === value,
  );
}

export function ofKind<T extends KubernetesObject>(
  objects: readonly KubernetesObject[],
  kind: string,
): T[] {
  return objects.filter(object => object.kind === kind) as T[];
}

export function named<T extends KubernetesObject>(
  objects: readonly KubernetesObject[],
  { kind, name }: { kind: string; name: string },
): T {
  const found = ofKind<T>(objects, kind).filter(
    object => object.metadata.name === name,
  );
  const [only] = found;
  if (!only || found.length > 1) {
    const names = ofKind(objects, kind).map(({ metadata }) => metadata.name);
    throw new Error(
      `Expected one ${kind} ${name}, received ${names.join(', ') || 'none'}.`,
    );
  }
  return only;
}
