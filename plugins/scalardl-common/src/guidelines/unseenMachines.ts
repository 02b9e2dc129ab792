import type { Fact } from '../facts/fact';
import type { LiveInstance, LiveNode } from '../facts/live';
import type { Subject } from '../report/report';

/**
 * Machines that may be missing: those of nodes that EC2 does not show, and where the nodes were not read those
 * that no tag tells.
 */
export function unseenMachines(
  instances: readonly LiveInstance[],
  nodes: Fact<LiveNode[]>,
): Subject[] {
  if (!nodes.ok) {
    return [{ id: 'nodes', verdict: 'unknown', detail: nodes.reason }];
  }
  const seen = new Set(instances.map(({ id }) => id));
  return nodes.value.flatMap(({ name, instanceId }): Subject[] =>
    instanceId === undefined || seen.has(instanceId)
      ? []
      : [
          {
            id: instanceId,
            verdict: 'unknown',
            detail: `EC2 shows no machine ${instanceId}, on which the node ${name} runs`,
          },
        ],
  );
}
