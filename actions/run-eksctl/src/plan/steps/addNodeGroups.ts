import { nodeGroupStack } from '../../state/clusterState';
import { eksctlStep } from '../eksctlStep';
import { failedNodeGroup } from '../failedNodeGroup';
import { nodeGroupHealth } from '../nodeGroupHealth';
import { type Situation, declaredNodeGroups, liveCluster } from '../situation';
import { type StepKind, confirmed } from '../step';

/** Adds the node groups that are missing, all at once. */
export const addNodeGroups: StepKind<string[]> = {
  kind: 'add-node-groups',
  diff(situation) {
    if (!liveCluster(situation)) return [];
    const lacking = declaredNodeGroups(situation.config).filter(
      name => !isThere(situation, name),
    );
    return lacking.length > 0 ? [lacking] : [];
  },
  subject: names => names.join(', '),
  describe: names => `add the node groups ${names.join(', ')}`,
  apply: (names, tools) =>
    eksctlStep(tools, {
      args: [
        'create',
        'nodegroup',
        '-f',
        tools.configText.path,
        `--include=${names.join(',')}`,
      ],
      hopeless: () => failedNodeGroup(tools, names),
    }),
  confirm(names, situation) {
    const found = names.map(name => nodeGroupHealth(name, situation));
    const open = found.find(({ confirmed: good }) => !good);
    return (
      open ??
      confirmed(
        found
          .map(each => (each.confirmed ? each.evidence : each.found))
          .join('; '),
      )
    );
  },
};

/** One whose creation failed is removed first. Self-managed groups are known by their stacks only. */
function isThere({ config, state }: Situation, name: string): boolean {
  const group = state.nodeGroups.find(found => found.name === name);
  if (group) return group.status !== 'CREATE_FAILED';
  const stack = nodeGroupStack(state, config.metadata.name, name);
  return /^(?:CREATE|UPDATE)_COMPLETE$/.test(stack?.status ?? '');
}
