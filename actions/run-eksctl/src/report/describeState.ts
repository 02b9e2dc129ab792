import { describeEndpoint } from '../plan/wantedEndpoint';
import type { ClusterState } from '../state/clusterState';

/** What there is, a line a thing. */
export function describeState(
  name: string,
  { cluster, stacks, nodeGroups, addons, nodes }: ClusterState,
): string[] {
  if (!cluster && stacks.length === 0) {
    return [`There is neither a cluster ${name} nor a stack of it.`];
  }
  const counts = nodes.known ? nodes.value : {};
  return [
    cluster
      ? `Cluster ${name}: ${cluster.status}, Kubernetes ${cluster.version}, endpoint ${describeEndpoint(cluster.endpoint)}`
      : `There is no cluster ${name}.`,
    ...stacks
      .filter(({ status }) => !/^(?:CREATE|UPDATE)_COMPLETE$/.test(status))
      .map(stack => `Stack ${stack.name}: ${stack.status}`),
    ...nodeGroups.map(group => {
      const count = counts[group.name];
      const ready = count
        ? `, ${count.ready} of ${count.total} nodes ready`
        : '';
      return `Node group ${group.name}: ${group.status}, Kubernetes ${group.version}, ${group.min}/${group.desired}/${group.max} nodes${ready}`;
    }),
    ...(addons.length > 0
      ? [
          `Add-ons: ${addons
            .map(addon => `${addon.name} ${addon.version} ${addon.status}`)
            .join(', ')}`,
        ]
      : []),
  ];
}
