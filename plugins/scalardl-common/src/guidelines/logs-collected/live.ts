import type { KubernetesJson, LiveNode, LivePod } from '../../facts/live';
import { collectsLogs } from '../../facts/live/monitoring';
import { isFargate } from '../../facts/live/nodes/nodeKind';
import { podsOf } from '../../facts/live/product';
import type { Subject } from '../../report/report';
import { agentSubjects } from '../agentSubjects';
import { combine, fail, unknown } from '../finding';
import { liveSideCheck } from '../liveCheck';

const EXPECTED = 'a ready log agent on every node';

/** The add-on of CloudWatch makes a DaemonSet too, so one reading serves all agents. */
export const live = liveSideCheck({
  needs: ['daemonSets', 'nodes', 'productPods'],
  check: ({ daemonSets, nodes, productPods }, { side, settings }) => {
    const agents = daemonSets.filter(one => collectsLogs(one) === 'yes');
    if (agents.length === 0 && !nodes.every(isFargate))
      return withoutAgents(daemonSets);
    const query = { side, settings };
    const pods = [
      ...podsOf(productPods, side, query),
      ...podsOf(productPods, 'envoy', query),
    ];
    return combine(
      [...agentSubjects(agents, nodes), ...onFargate(nodes, pods)],
      { none: 'the cluster has no nodes', expected: EXPECTED },
    );
  },
});

function withoutAgents(daemonSets: readonly KubernetesJson[]) {
  const open = daemonSets
    .filter(one => collectsLogs(one) === 'unknown')
    .map(({ metadata }) => `${metadata.namespace}/${metadata.name}`);
  return open.length > 0
    ? unknown(
        `whether ${open.join(', ')}, which sees the logs of its node, collects them cannot be told`,
        { expected: EXPECTED },
      )
    : fail({
        expected: EXPECTED,
        observed: 'no log agent runs as a DaemonSet',
      });
}

/** No DaemonSet comes there; a ConfigMap of EKS may send their logs away. */
function onFargate(
  nodes: readonly LiveNode[],
  pods: readonly LivePod[],
): Subject[] {
  return nodes
    .filter(node => isFargate(node) && pods.some(pod => pod.node === node.name))
    .map(({ name }) => ({
      id: name,
      verdict: 'unknown',
      detail: `how ${name} on Fargate sends logs is told by a ConfigMap that is not read`,
    }));
}
