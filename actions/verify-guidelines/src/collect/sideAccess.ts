import type { Deadline } from '@scalardl-on-eks/action-toolkit';
import type {
  AwsAccess,
  AwsClientOptions,
} from '@scalardl-on-eks/action-toolkit/aws';
import type {
  LiveCluster,
  Side,
} from '@scalardl-on-eks/plugin-scalardl-common';
import type { KubeconfigPlace } from './kubernetes/openKubeconfig';
import type { KubernetesReader } from '@scalardl-on-eks/action-toolkit/kubernetes';

/** Where one side is and whose eyes read it, as the inputs say. */
export interface SideTarget {
  side: Side;
  /** Name of the EKS cluster. */
  cluster: string;
  aws: AwsAccess;
  /** Path of a kubeconfig and a context in it, where the API is not reached as EKS describes it. */
  kubeconfig?: KubeconfigPlace;
  /** Whether Secrets are read; their content never leaves the collector. */
  readSecrets: boolean;
}

/** What is the same for all that reads one side, however many read at once. */
export interface SideReading {
  target: SideTarget;
  /** Options of every AWS client of this side; clients are made lazily, one a service. */
  aws: AwsClientOptions;
  /** End of the run; for a collector, of its own source. */
  deadline: Deadline;
  /** Aborted at that end. */
  signal: AbortSignal;
}

/**
 * What a collector reads with. Every collector has an object of its own, with its own deadline and signal; `target`
 * is the same one for all of a side, so that what several collectors share can be kept by it.
 */
export interface SideAccess extends SideReading {
  /**
   * The Kubernetes API of the cluster, signed in at the first call; one reader for all collectors of the side. To be
   * called by collectors that need the fact `cluster`.
   *
   * @throws KubernetesError where it cannot be reached
   */
  kubernetes(): Promise<KubernetesReader>;
}

/** One side, ready to be read. */
export interface OpenSide extends SideReading {
  /**
   * @param cluster - as EKS describes it: where the API is, and whom to trust
   * @param signal - ends every call, instead of the end of the run
   */
  openKubernetes(
    cluster: LiveCluster,
    signal?: AbortSignal,
  ): Promise<KubernetesReader>;
  /** Lets go of every connection. */
  close(): void;
}
