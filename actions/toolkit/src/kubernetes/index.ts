/**
 * A small reader of the Kubernetes API of an EKS cluster: signs in as EKS wants it, trusts the cluster's own
 * certificate authority only, and never writes.
 *
 * @packageDocumentation
 */
export * from './eksToken';
export * from './kubernetesReader';
