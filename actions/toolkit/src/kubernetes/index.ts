/**
 * A small reader of the Kubernetes API of a cluster: signs in as EKS wants it or as it is told, and trusts the cluster's
 * own certificate authority only. It never writes; beside it stands a writer for the little that has to be written.
 *
 * @packageDocumentation
 */
export type { KubernetesAccess, KubernetesEndpoint } from './connection';
export * from './eksToken';
export { KubernetesError } from './kubernetesError';
export * from './kubernetesReader';
export * from './kubernetesWriter';
export * from './signIn';
