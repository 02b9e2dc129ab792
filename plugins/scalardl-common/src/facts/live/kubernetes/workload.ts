import type { LivePodNames } from './names';

/**
 * Everything in the cluster that makes pods, resolved to its topmost owner and folded: objects of one kind,
 * namespace and set of images are one class. Read are Deployments, StatefulSets, DaemonSets, ReplicaSets,
 * ReplicationControllers, Jobs, CronJobs and Pods of every namespace; what is owned by one of them is not counted
 * twice, and a pod whose owner is of another kind (a custom resource) stands under that kind.
 */
export interface WorkloadClass {
  apiVersion: string;
  kind: string;
  namespace: string;
  /** Images of all containers, init and ephemeral ones too, sorted, with their tags. */
  images: string[];
  /** Only `app`, `app.kubernetes.io/{name,app,component}` and the mark of this project's probe, of the pods. */
  labels: Record<string, string>;
  /** Number of objects in the class. */
  count: number;
  /** Pods that they ask for; nothing where they are scaled to zero or wait for a schedule. */
  desiredPods: number;
  /** Names of at most {@link MAXIMUM_SAMPLES} objects. */
  samples: string[];
}

/** Label of the pods that this project starts to try a connection; its value is the name of what is tried. */
export const PROBE_LABEL = 'scalardl-on-eks/probe';

/** How many names a class keeps, so that memory does not grow with the cluster. */
export const MAXIMUM_SAMPLES = 20;

/** A pod of the product or of its Envoy. */
export interface LivePod {
  name: string;
  namespace: string;
  labels: Record<string, string>;
  /** Top owner, such as `Deployment scalardl-ledger-ledger`. */
  owner: string;
  node?: string;
  phase: string;
  ready: boolean;
  /** Terminating pods are no longer counted by anybody. */
  terminating: boolean;
  /** ISO 8601. */
  startedAt?: string;
  address?: string;
  names: LivePodNames;
  containers: {
    name: string;
    image: string;
    restarts: number;
    /** ISO 8601, of the last time it ended. */
    lastEndedAt?: string;
    requests: Record<string, string>;
    limits: Record<string, string>;
  }[];
}
