import type { ClusterConfig } from '../config/clusterConfig';
import type { Choices } from '../inputs/runInputs';
import type { Cluster, ClusterState } from '../state/clusterState';

/** What is wanted, and what there is. Everything in a plan follows from it. */
export interface Situation {
  config: ClusterConfig;
  state: ClusterState;
  choices: Choices;
}

/** The cluster, where it is there and not on its way out. */
export function liveCluster({ state }: Situation): Cluster | undefined {
  return state.cluster?.status === 'DELETING' ? undefined : state.cluster;
}

/** The minor of `1.35`, as a number. */
export function minorOf(version: string): number {
  return Number(/^v?1\.(\d+)/.exec(version)?.[1] ?? Number.NaN);
}

/** The version that the control plane has once the plan is done. */
export function targetVersion(
  { metadata }: ClusterConfig,
  { version }: Cluster,
): string {
  const wanted = metadata.version;
  return wanted !== undefined && minorOf(wanted) > minorOf(version)
    ? wanted
    : version;
}

/** Names of all node groups that the file names. */
export function declaredNodeGroups(config: ClusterConfig): string[] {
  const { managedNodeGroups = [], nodeGroups = [] } = config;
  return [...managedNodeGroups, ...nodeGroups].map(({ name }) => name);
}
