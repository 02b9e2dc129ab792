import { type ClusterState, clusterStack } from './clusterState';

const CHANGING = new Set(['CREATING', 'UPDATING', 'DELETING', 'PENDING']);

/**
 * What somebody is changing just now, each as `stack eksctl-x-cluster is CREATE_IN_PROGRESS`. A new add-on is
 * no reason to wait before nodes are there, for which it waits itself.
 */
export function inProgress({
  cluster,
  stacks,
  nodeGroups,
  addons,
}: ClusterState): string[] {
  const hasNodes = nodeGroups.some(({ status }) => status === 'ACTIVE');
  const things = [
    ...(cluster ? [{ name: 'the cluster', status: cluster.status }] : []),
    ...nodeGroups.map(({ name, status }) => ({
      name: `node group ${name}`,
      status,
    })),
    ...addons
      .filter(({ status }) => hasNodes || status !== 'CREATING')
      .map(({ name, status }) => ({ name: `add-on ${name}`, status })),
  ];
  return [
    ...stacks
      .filter(
        ({ status }) =>
          status.endsWith('_IN_PROGRESS') && !status.startsWith('REVIEW'),
      )
      .map(({ name, status }) => `stack ${name} is ${status}`),
    ...things
      .filter(({ status }) => CHANGING.has(status))
      .map(({ name, status }) => `${name} is ${status}`),
  ];
}

/** Whether it is on its way out, which no waiting turns into a cluster. */
export function isBeingDeleted(state: ClusterState, name: string): boolean {
  return (
    state.cluster?.status === 'DELETING' ||
    clusterStack(state, name)?.status === 'DELETE_IN_PROGRESS'
  );
}

/** When anything was made or changed last, in milliseconds since 1970. */
export function lastChange({
  cluster,
  stacks,
  nodeGroups,
  addons,
}: ClusterState): number {
  return Math.max(
    0,
    cluster?.createdAt ?? 0,
    ...[...stacks, ...nodeGroups, ...addons].map(({ changedAt }) => changedAt),
  );
}
