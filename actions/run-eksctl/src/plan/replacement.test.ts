import type { NodeGroupConfig } from '../config/clusterConfig';
import { planOf } from './plan';
import type { Situation } from './situation';
import {
  config,
  nodeGroup,
  nodeGroupStack,
  situation,
  state,
} from './situation.fixture';

/** `kind: what` of every step. */
function steps(given: Situation): string[] {
  return planOf(given).steps.map(({ kind, what }) => `${kind}: ${what}`);
}

function renamedTo(name: string) {
  const groups: NodeGroupConfig[] = config().managedNodeGroups ?? [];
  return config({
    managedNodeGroups: groups.map(group => ({ ...group, name })),
  });
}

describe('node groups that are replaced', () => {
  const renamed = renamedTo('nodes-v2');
  const both = state({
    nodeGroups: [nodeGroup(), nodeGroup({ name: 'nodes-v2' })],
    stacks: [...state().stacks, nodeGroupStack('nodes-v2')],
  });

  it('come before those that they replace', () => {
    const given = situation({
      config: renamed,
      choices: { replaceNodeGroups: true },
    });
    expect(planOf(given).refusals).toEqual([]);
    expect(steps(given)).toEqual([
      'add-node-groups: add the node groups nodes-v2',
      'delete-node-group: drain and delete the node group nodes-v1, which the file no longer names',
    ]);
  });

  it('need approval', () => {
    expect(planOf(situation({ config: renamed })).refusals).toEqual([
      'replace-node-groups: the file names nodes-v2 and no longer nodes-v1, so nodes would be replaced; set it to true to approve that, or keep nodes-v1 in the file.',
    ]);
  });

  it('are left alone without approval once the new ones are there, which is said', () => {
    const plan = planOf(situation({ config: renamed, state: both }));
    expect(plan).toEqual({
      refusals: [],
      steps: [],
      notes: [
        'Node group nodes-v1 is not in the file and was left alone; replace-node-groups: true deletes it.',
      ],
    });
  });

  it('are never those that eksctl did not make', () => {
    const foreign = state({
      nodeGroups: [nodeGroup(), nodeGroup({ name: 'theirs' })],
    });
    const given = situation({
      state: foreign,
      choices: { replaceNodeGroups: true },
    });
    expect(steps(given)).toEqual([]);
  });
});
