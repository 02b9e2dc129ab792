import { eksctlStep } from '../eksctlStep';
import { type StepKind, confirmed, missing } from '../step';

/** Deletes node groups, roles, the control plane and the network, in eksctl's order. */
export const deleteCluster: StepKind<string> = {
  kind: 'delete-cluster',
  diff: ({ config, state }) => (state.cluster ? [config.metadata.name] : []),
  subject: name => name,
  describe: name =>
    `delete cluster ${name} with its node groups, roles and network`,
  apply: (_, tools) =>
    eksctlStep(tools, {
      args: [
        'delete',
        'cluster',
        '-f',
        tools.configText.path,
        // Without it eksctl ends before the deletion has, and hides its failure.
        '--wait',
        // A disruption budget must not keep a cluster alive that is to go.
        '--disable-nodegroup-eviction',
      ],
    }),
  confirm(name, { state }) {
    if (!state.cluster) return confirmed(`EKS has no cluster ${name} any more`);
    const failed = state.stacks
      .filter(({ status }) => status === 'DELETE_FAILED')
      .map(stack => `stack ${stack.name} DELETE_FAILED: ${stack.reason}`);
    return missing(
      [`cluster ${state.cluster.status}`, ...failed].join('; '),
      true,
    );
  },
};
