/** A Kubernetes object as it is written to the API. */
export interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly labels?: Readonly<Record<string, string>>;
    readonly annotations?: Readonly<Record<string, string>>;
  };
  readonly [key: string]: unknown;
}

/** Kinds that are no part of a namespace. */
const CLUSTER_WIDE = new Set([
  'APIService',
  'ClusterRole',
  'ClusterRoleBinding',
  'CustomResourceDefinition',
  'ENIConfig',
  'MutatingWebhookConfiguration',
  'Namespace',
  'NodeClaim',
  'NodePool',
]);

const IRREGULAR_PLURALS: Readonly<Record<string, string>> = {
  NetworkPolicy: 'networkpolicies',
  Prometheus: 'prometheuses',
};

/** Where an object of the API lives, such as `/api/v1/namespaces/default/services/shop`. */
export function pathOf({ apiVersion, kind, metadata }: Manifest): string {
  const root = apiVersion.includes('/')
    ? `/apis/${apiVersion}`
    : `/api/${apiVersion}`;
  const namespace = CLUSTER_WIDE.has(kind)
    ? ''
    : `/namespaces/${metadata.namespace ?? 'default'}`;
  return `${root}${namespace}/${pluralOf(kind)}/${metadata.name}`;
}

/** Such as `networkpolicies`: what the path of a kind says. */
export function pluralOf(kind: string): string {
  return IRREGULAR_PLURALS[kind] ?? `${kind.toLowerCase()}s`;
}
