import { nodeGroupStack } from '../../state/clusterState';
import { eksctlStep } from '../eksctlStep';
import { removableNodeGroups } from '../removableNodeGroups';
import { declaredNodeGroups, liveCluster } from '../situation';
import { type StepKind, confirmed, missing } from '../step';

/**
 * Drains and deletes a node group that the file no longer names. The order of the kinds puts this after the
 * new groups were confirmed.
 */
export const deleteNodeGroup: StepKind<string> = {
  kind: 'delete-node-group',
  diff: situation =>
    liveCluster(situation) && situation.choices.replaceNodeGroups
      ? removableNodeGroups(situation)
      : [],
  subject: name => name,
  describe: name =>
    `drain and delete the node group ${name}, which the file no longer names`,
  async apply(name, tools) {
    const { config, state } = tools.situation;
    const { metadata } = config;
    if (!state.nodes.known) {
      throw new Error(
        `Expected to see that the nodes of ${declaredNodeGroups(config).join(', ')} are ready before ${name} is deleted, but the Kubernetes API cannot be read: ${state.nodes.reason}.`,
      );
    }
    return eksctlStep(tools, {
      args: [
        'delete',
        'nodegroup',
        `--cluster=${metadata.name}`,
        `--region=${metadata.region}`,
        `--name=${name}`,
        // Without it eksctl ends before the deletion has, and hides its failure.
        '--wait',
      ],
    });
  },
  confirm(name, { config, state }) {
    const group = state.nodeGroups.find(found => found.name === name);
    const stack = nodeGroupStack(state, config.metadata.name, name);
    if (!group && !stack) {
      return confirmed(`neither EKS nor CloudFormation has ${name} any more`);
    }
    return missing(
      `${name}: node group ${group?.status ?? 'absent'}, stack ${stack?.status ?? 'absent'}`,
      true,
    );
  },
};
