import type { Deadline } from '@scalardl-on-eks/action-toolkit';
import { clientOptions } from '@scalardl-on-eks/action-toolkit/aws';
import type { KubernetesReader } from '@scalardl-on-eks/action-toolkit/kubernetes';
import type { LiveCluster } from '@scalardl-on-eks/plugin-scalardl-common';
import { closeClients } from './aws/clients';
import { openKubernetes } from './openKubernetes';
import type { OpenSide, SideTarget } from './sideAccess';

/**
 * Makes a side ready to be read. Nothing is called yet: what cannot be reached shows in the facts.
 *
 * @param deadline - end of the whole run
 */
export async function openSide(
  target: SideTarget,
  deadline: Deadline,
): Promise<OpenSide> {
  const aws = await clientOptions(target.aws, deadline);
  const signal = deadline.signal ?? new AbortController().signal;
  const readers: Promise<KubernetesReader>[] = [];
  return {
    target,
    aws,
    deadline,
    signal,
    openKubernetes(cluster: LiveCluster, end = signal) {
      const side = { target, aws, deadline, signal: end };
      const reader = openKubernetes(cluster, side);
      readers.push(reader);
      return reader;
    },
    close() {
      closeClients(aws);
      for (const reader of readers) {
        reader.then(opened => opened.close()).catch(() => {});
      }
    },
  };
}
