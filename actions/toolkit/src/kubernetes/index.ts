/**
 * A small reader of the Kubernetes API of a cluster: signs in as EKS wants it or as it is told, trusts the cluster's
 * own certificate authority only, and never writes.
 *
 * @packageDocumentation
 */
export type { KubernetesAccess, KubernetesEndpoint } from './connection';
export * from './eksToken';
export { KubernetesError } from './kubernetesError';
export * from './kubernetesReader';
export * from './signIn';
