import { parseMillicores, parseQuantity } from '../../kubernetes/quantity';
import { type PlainRecord, listOf, recordOf } from '../../plain/plain';

/** What a pod asks the scheduler for, as quantities. */
export interface PodRequests {
  cpu: string;
  /** Bytes. */
  memory: number;
}

/**
 * The requests of a pod's specification: of its containers and lasting init containers together, or of one
 * init container that asks for more (https://kubernetes.io/docs/concepts/workloads/pods/init-containers/).
 */
export function podRequests(pod: PlainRecord): PodRequests {
  const init = listOf(pod.initContainers).map(recordOf);
  const lasting = init.filter(
    ({ restartPolicy }) => restartPolicy === 'Always',
  );
  const running = [...listOf(pod.containers).map(recordOf), ...lasting];
  const most = (read: (container: PlainRecord) => number) =>
    Math.max(
      running.reduce((sum, container) => sum + read(container), 0),
      ...init.map(read),
    );
  return { cpu: `${most(millicores)}m`, memory: most(bytes) };
}

function millicores(container: PlainRecord): number {
  return parseMillicores(request(container, 'cpu')) ?? 0;
}

function bytes(container: PlainRecord): number {
  return parseQuantity(request(container, 'memory')) ?? 0;
}

/** Kubernetes takes the limit for the request where only that is written. */
function request(container: PlainRecord, name: string): unknown {
  const { requests, limits } = recordOf(container.resources);
  return recordOf(requests)[name] ?? recordOf(limits)[name];
}
