import { clusterStack, clusterStackName } from '../../state/clusterState';
import { foreignTags } from '../ownership';
import type { Situation } from '../situation';

/** Nothing is changed that somebody else made, or that is on its way out. */
export function owner({ config, state }: Situation): string[] {
  const { name, region } = config.metadata;
  const stack = clusterStack(state, name);
  const stackName = clusterStackName(name);
  if (state.cluster && !stack) {
    return [
      `metadata.name: EKS has a cluster ${name} in ${region} without the stack ${stackName}, so eksctl did not make it; choose another name, or change that cluster with what made it.`,
    ];
  }
  // Without a cluster the stack is a leftover, which is judged as such.
  const foreign = state.cluster && stack ? foreignTags(config, stack) : [];
  return foreign.length > 0
    ? [
        `metadata.name: the stack ${stackName} belongs to somebody else, for it has the tag ${foreign.join(', ')}; choose another name.`,
      ]
    : [];
}

/** While it is being deleted, nothing can be made of it. */
export function deletion({ config, state }: Situation): string[] {
  const { name } = config.metadata;
  const stack = clusterStack(state, name);
  const deleting =
    state.cluster?.status === 'DELETING' ||
    stack?.status === 'DELETE_IN_PROGRESS';
  return deleting
    ? [
        `mode: cluster ${name} is being deleted; run again with mode: apply when it is gone.`,
      ]
    : [];
}

/** EKS never turns such a cluster into another. */
export function broken({ config, state }: Situation): string[] {
  const { name } = config.metadata;
  const { cluster } = state;
  return cluster?.status === 'FAILED'
    ? [
        `metadata.name: EKS says that cluster ${name} is FAILED (${cluster.health.join('; ') || 'without a reason'}); run with mode: delete first.`,
      ]
    : [];
}
