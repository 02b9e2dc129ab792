import type { Gate } from '../security/gate';

/** Whether a call was encrypted, and whether the certificate that answered it was verified. */
export type ProbeTls = 'none' | 'verified' | 'unverified';

/** One port of the other side that was asked, and how that ended. */
export interface LiveProbe {
  /** Port and address, such as `client port, k8s-ledger.elb.ap-northeast-1.amazonaws.com:50051`. */
  id: string;
  /** That was called. */
  port: number;
  tls: ProbeTls;
  /** Why the certificate was not verified, where it was not. */
  unverified?: string;
  /** Of `grpc_health_probe`; left out where it did not run to its end. */
  exitCode?: number;
  /** What it said, or why it did not run to its end; one line, empty where it had nothing to say. */
  message: string;
}

/** What a Job in the cluster of a side heard of the other side; nothing where one of them has no product. */
export interface LiveProbes {
  /** Namespace and labels of its pod, by which network policies select it; left out where none was started. */
  pod?: { namespace: string; labels: Record<string, string> };
  /** Ranges of the network that was called; none where they were not read. */
  ranges: string[];
  probes: LiveProbe[];
  /** What ends before there is an address to ask. */
  ends: Gate[];
  /** Why the Job could not be removed, where it could not. */
  left?: string;
}
