import type { Deadline } from '@scalardl-on-eks/action-toolkit';
import type {
  AwsAccess,
  AwsClientOptions,
} from '@scalardl-on-eks/action-toolkit/aws';
import type { Side } from '@scalardl-on-eks/plugin-scalardl-common';
import type { KubernetesReader } from '@scalardl-on-eks/action-toolkit/kubernetes';

/** Where one side is and whose eyes read it, as the inputs say. */
export interface SideTarget {
  side: Side;
  /** Name of the EKS cluster. */
  cluster: string;
  aws: AwsAccess;
  /** Path of a kubeconfig and a context in it, where the API is not reached as EKS describes it. */
  kubeconfig?: { path: string; context?: string };
  /** Whether Secrets are read; their content never leaves the collector. */
  readSecrets: boolean;
}

/** What a collector reads with. */
export interface SideAccess {
  target: SideTarget;
  /** Options of every AWS client of this side; clients are made lazily, one a service. */
  aws: AwsClientOptions;
  /**
   * The Kubernetes API of the cluster, signed in at the first call.
   *
   * @throws KubernetesError where it cannot be reached
   */
  kubernetes(): Promise<KubernetesReader>;
  /** End of the run for this source. */
  deadline: Deadline;
  signal: AbortSignal;
}
