import type { KubernetesRead } from '../collector';

/** A kind of object as the Kubernetes API serves it. */
export interface Kind {
  /** API group; `''` is the core group. */
  group: string;
  version: string;
  kind: string;
  /** Plural, as it stands in a path. */
  resource: string;
  /** Whether Kubernetes itself serves it; the others are there where somebody installed them. */
  builtIn: boolean;
}

const CORE = builtInKinds('', 'v1');
const APPS = builtInKinds('apps', 'v1');
const BATCH = builtInKinds('batch', 'v1');
const OPERATOR = installedKinds('monitoring.coreos.com', 'v1');
const KARPENTER = installedKinds('karpenter.sh', 'v1');

export const NODES = CORE('Node', 'nodes');
export const PODS = CORE('Pod', 'pods');
export const SERVICES = CORE('Service', 'services');
export const EVENTS = CORE('Event', 'events');
export const NAMESPACES = CORE('Namespace', 'namespaces');
export const CONFIG_MAPS = CORE('ConfigMap', 'configmaps');
export const SECRETS = CORE('Secret', 'secrets');
export const REPLICATION_CONTROLLERS = CORE(
  'ReplicationController',
  'replicationcontrollers',
);
export const DEPLOYMENTS = APPS('Deployment', 'deployments');
export const STATEFUL_SETS = APPS('StatefulSet', 'statefulsets');
export const DAEMON_SETS = APPS('DaemonSet', 'daemonsets');
export const REPLICA_SETS = APPS('ReplicaSet', 'replicasets');
export const JOBS = BATCH('Job', 'jobs');
export const CRON_JOBS = BATCH('CronJob', 'cronjobs');
export const POD_AUTOSCALERS = builtInKinds('autoscaling', 'v2')(
  'HorizontalPodAutoscaler',
  'horizontalpodautoscalers',
);
export const DISRUPTION_BUDGETS = builtInKinds('policy', 'v1')(
  'PodDisruptionBudget',
  'poddisruptionbudgets',
);
export const NETWORK_POLICIES = builtInKinds('networking.k8s.io', 'v1')(
  'NetworkPolicy',
  'networkpolicies',
);
export const API_SERVICES = builtInKinds('apiregistration.k8s.io', 'v1')(
  'APIService',
  'apiservices',
);
export const MONITORS = [
  OPERATOR('ServiceMonitor', 'servicemonitors'),
  OPERATOR('PodMonitor', 'podmonitors'),
  OPERATOR('PrometheusRule', 'prometheusrules'),
  OPERATOR('Prometheus', 'prometheuses'),
];
export const NODE_POOLS = [
  KARPENTER('NodePool', 'nodepools'),
  KARPENTER('NodeClaim', 'nodeclaims'),
];
export const ENI_CONFIGS = installedKinds('crd.k8s.amazonaws.com', 'v1alpha1')(
  'ENIConfig',
  'eniconfigs',
);

/** As it stands in an object. */
export function apiVersionOf({ group, version }: Kind): string {
  return group ? `${group}/${version}` : version;
}

/** Path of one object, or of the collection where no name is given. */
export function pathOf(
  kind: Kind,
  { namespace, name }: { namespace?: string; name?: string } = {},
): string {
  return [
    kind.group ? '/apis' : '/api',
    apiVersionOf(kind),
    ...(namespace ? ['namespaces', namespace] : []),
    kind.resource,
    ...(name ? [name] : []),
  ].join('/');
}

/** What a role must allow. */
export function reads(
  verb: KubernetesRead['verb'],
  ...kinds: readonly Kind[]
): KubernetesRead[] {
  return kinds.map(({ group, resource }) => ({ group, resource, verb }));
}

function builtInKinds(group: string, version: string) {
  return (kind: string, resource: string): Kind => ({
    ...{ group, version, kind, resource },
    builtIn: true,
  });
}

function installedKinds(group: string, version: string) {
  return (kind: string, resource: string): Kind => ({
    ...{ group, version, kind, resource },
    builtIn: false,
  });
}
