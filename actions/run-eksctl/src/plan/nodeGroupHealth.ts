import { nodeGroupStack } from '../state/clusterState';
import type { Situation } from './situation';
import { type Confirmation, confirmed, missing } from './step';

const BROKEN = /_FAILED$|^DEGRADED$/;

/**
 * Whether a node group is there and its nodes are ready: EKS, CloudFormation and the nodes are all asked,
 * because a stack can be complete over a node group that is not.
 */
export function nodeGroupHealth(
  name: string,
  { config, state }: Situation,
): Confirmation {
  const cluster = config.metadata.name;
  const stack = nodeGroupStack(state, cluster, name);
  const isManaged = config.managedNodeGroups?.some(
    group => group.name === name,
  );
  const group = state.nodeGroups.find(found => found.name === name);
  const stackFound = stack ? `stack ${stack.status}` : 'no stack';
  if (!stack || !/^(?:CREATE|UPDATE)_COMPLETE$/.test(stack.status)) {
    const reason = stack?.reason ? ` (${stack.reason})` : '';
    return missing(`${name}: ${stackFound}${reason}`, true);
  }
  if (isManaged && group?.status !== 'ACTIVE') {
    const status = group?.status ?? 'absent';
    const health = group?.health.join('; ') || 'EKS gives no reason';
    return missing(
      `${name}: node group ${status}, ${stackFound}: ${health}`,
      !group || BROKEN.test(group.status),
    );
  }
  const { nodes } = state;
  const status = group ? `node group ${group.status}, ` : '';
  if (!nodes.known) {
    return confirmed(
      `${name}: ${status}${stackFound}; nodes unknown, because ${nodes.reason}`,
    );
  }
  const { ready = 0, total = 0 } = nodes.value[name] ?? {};
  const wanted = group?.desired ?? 1;
  const counted = `${ready} of ${total} nodes ready, ${wanted} wanted`;
  return ready >= wanted
    ? confirmed(`${name}: ${status}${stackFound}, ${counted}`)
    : missing(`${name}: ${status}${stackFound}, ${counted}`);
}
