import { nodeGroupStack } from '../state/clusterState';
import { type Situation, declaredNodeGroups } from './situation';

/** Node groups that eksctl made for the cluster and that the file no longer names. */
export function removableNodeGroups({ config, state }: Situation): string[] {
  const declared = new Set(declaredNodeGroups(config));
  return state.nodeGroups
    .map(({ name }) => name)
    .filter(
      name =>
        !declared.has(name) &&
        nodeGroupStack(state, config.metadata.name, name) !== undefined,
    );
}
