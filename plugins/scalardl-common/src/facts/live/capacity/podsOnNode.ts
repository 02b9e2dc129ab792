import { type Resources, SYSTEM_LOAD } from '../../../network/capacity';
import {
  parseMebibytes,
  parseMillicores,
  parseQuantity,
} from '../../kubernetes/quantity';
import { recordOf } from '../../plain/plain';
import type { KubernetesJson, LiveNode, LivePod } from '../kubernetes';
import { podRequests } from '../product';

/** The pods that are counted, and what stands on the nodes beside them. */
export interface Demand {
  pod: Resources;
  /** One pod a node at most. */
  apart: boolean;
  others: readonly LivePod[];
  daemonSets: readonly KubernetesJson[];
}

/**
 * How many pods of a Deployment a node holds beside what runs there: its DaemonSets or the usual system pods,
 * whichever ask for more, and the other pods of the product that stand on it.
 */
export function podsOnNode(node: LiveNode, query: Demand): number {
  const { others, daemonSets, pod, apart } = query;
  const beside = others.filter(other => other.node === node.name);
  const used = [systemLoad(daemonSets), ...beside.map(requestsOfPod)].reduce(
    add,
  );
  const free = {
    cpuMillis: (parseMillicores(node.allocatable.cpu) ?? 0) - used.cpuMillis,
    memoryMiB: (parseMebibytes(node.allocatable.memory) ?? 0) - used.memoryMiB,
  };
  const slots =
    (parseQuantity(node.allocatable.pods) ?? Infinity) -
    beside.length -
    daemonSets.length;
  const most = Math.min(
    Math.floor(free.cpuMillis / pod.cpuMillis),
    Math.floor(free.memoryMiB / pod.memoryMiB),
    slots,
    apart ? 1 : Infinity,
  );
  return Math.max(0, most);
}

/** DaemonSets may leave requests out, and a part of CoreDNS runs on some node: so never less than the usual. */
function systemLoad(daemonSets: readonly KubernetesJson[]): Resources {
  const declared = daemonSets
    .map(({ spec }) => podRequests(recordOf(recordOf(spec?.template).spec)))
    .map(toResources)
    .reduce(add, { cpuMillis: 0, memoryMiB: 0 });
  return {
    cpuMillis: Math.max(SYSTEM_LOAD.cpuMillis, declared.cpuMillis),
    memoryMiB: Math.max(SYSTEM_LOAD.memoryMiB, declared.memoryMiB),
  };
}

function requestsOfPod({ containers }: LivePod): Resources {
  return containers
    .map(({ requests, limits }) =>
      toResources({
        cpu: requests.cpu ?? limits.cpu ?? 0,
        memory: requests.memory ?? limits.memory ?? 0,
      }),
    )
    .reduce(add, { cpuMillis: 0, memoryMiB: 0 });
}

function toResources({ cpu, memory }: { cpu: unknown; memory: unknown }) {
  return {
    cpuMillis: parseMillicores(cpu) ?? 0,
    memoryMiB: parseMebibytes(memory) ?? 0,
  };
}

function add(one: Resources, other: Resources): Resources {
  return {
    cpuMillis: one.cpuMillis + other.cpuMillis,
    memoryMiB: one.memoryMiB + other.memoryMiB,
  };
}
