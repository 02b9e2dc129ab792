import { admits } from '../../clusterConfig/placement';
import { type Certainty, some } from '../../kubernetes/certainty';
import { lookupIn } from '../../kubernetes/labelSelector';
import { listOf, recordOf, textOf } from '../../plain/plain';
import { imageRepository } from '../../workloads/imageRepository';
import { PASSING_TAINT, toTaints } from '../capacity/suitability';
import type { KubernetesJson, LiveNode } from '../kubernetes';

/** The namespace and DaemonSets of the add-on amazon-cloudwatch-observability. */
const ADD_ON_NAMESPACE = 'amazon-cloudwatch';

/** Agents that read container logs, by the end of their image's name, which a mirror keeps. */
const LOG_AGENT =
  /(?:^|\/)(?:[a-z-]*fluent-?bit|fluentd[a-z-]*|promtail|alloy|grafana\/agent|vector|filebeat)$/;

/** Where kubelet and the container runtime write logs. */
const LOG_FOLDERS = ['/var/log', '/var/log/pods', '/var/log/containers'];

/** Whether the DaemonSet collects container logs; `unknown` for one that sees them and is no agent that is known. */
export function collectsLogs(daemonSet: KubernetesJson): Certainty {
  if (isOfAddOn(daemonSet, 'fluent-bit')) return 'yes';
  const { containers, volumes } = podOf(daemonSet);
  const known = listOf(containers).some(container =>
    LOG_AGENT.test(imageRepository(textOf(recordOf(container).image) ?? '')),
  );
  if (known) return 'yes';
  const seesLogs = listOf(volumes)
    .map(volume => recordOf(recordOf(volume).hostPath).path)
    .some(path => LOG_FOLDERS.includes(String(path).replace(/\/$/, '')));
  return seesLogs ? 'unknown' : 'no';
}

/** Whether the DaemonSet is the one that the add-on makes; it has another for each operating system. */
export function isOfAddOn(
  { metadata }: KubernetesJson,
  name: 'fluent-bit' | 'cloudwatch-agent',
): boolean {
  return (
    metadata.namespace === ADD_ON_NAMESPACE && metadata.name.startsWith(name)
  );
}

/** How many pods of a DaemonSet there should be, and how many serve. */
export function readiness({ status }: KubernetesJson): {
  desired: number;
  ready: number;
} {
  const { desiredNumberScheduled, numberReady } = recordOf(status);
  return {
    desired: Number(desiredNumberScheduled ?? 0),
    ready: Number(numberReady ?? 0),
  };
}

/**
 * Whether one of the DaemonSets comes to the node, by lasting taints, node selector and node affinity. A state of the
 * node that goes by keeps no DaemonSet away for long.
 */
export function isCovered(
  node: LiveNode,
  daemonSets: readonly KubernetesJson[],
): Certainty {
  const taints = toTaints(node.taints).filter(
    ({ key }) => !PASSING_TAINT.test(key),
  );
  const labels = lookupIn(node.labels);
  return some(
    daemonSets
      .map(podOf)
      .map(({ nodeSelector, affinity, tolerations }) =>
        admits({ taints, labels }, { nodeSelector, affinity, tolerations }),
      ),
  );
}

function podOf({ spec }: KubernetesJson) {
  return recordOf(recordOf(spec?.template).spec);
}
