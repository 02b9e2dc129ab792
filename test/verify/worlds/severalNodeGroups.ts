import { createNodeGroup } from '../world/nodeGroup.ts';
import type { Ground, Nodes } from '../world/parts.ts';
import type { OtherWorld } from './otherWorld.ts';

export const severalNodeGroups: OtherWorld = {
  title: 'Several node groups',
  about:
    'Beside the group for the Auditor there is one of small machines behind a taint, one of spot machines and one of another architecture. None of them may stand in for a node of the Auditor, and none may blame it.',
  scopes: ['auditor'],
  expect: {
    // Every group may be updated at once, and brings more machines for it: a /23 holds one group, not four.
    'subnet-address-headroom/auditor': {
      verdict: 'fail',
      says: '959 are needed with the 5 that AWS keeps',
    },
  },
  telling: {
    'three-worker-nodes': "4 of 6 nodes take the product's pods",
    'nodes-large-enough': 'm7g.xlarge has 4 vCPUs and 16384 MiB',
    'node-groups-healthy': 'the status of spot is ACTIVE',
    'supported-ami-family': 'arm has AL2023_ARM_64_STANDARD',
  },
};

/** Three machines for the product, and one each of three other groups. */
export async function severalGroups(ground: Ground): Promise<Nodes> {
  const { nodeGroup } = ground.plan;
  const one = { minSize: 1, desiredSize: 1, maxSize: 1 };
  const [scalingGroup] = await Promise.all([
    createNodeGroup(ground, { nodegroupName: nodeGroup }),
    createNodeGroup(ground, {
      nodegroupName: 'batch',
      instanceTypes: ['t3.large'],
      scalingConfig: one,
      labels: {},
      taints: [{ key: 'only', value: 'batch', effect: 'NO_SCHEDULE' }],
    }),
    createNodeGroup(ground, {
      nodegroupName: 'spot',
      capacityType: 'SPOT',
      scalingConfig: one,
      labels: {},
    }),
    createNodeGroup(ground, {
      nodegroupName: 'arm',
      instanceTypes: ['m7g.xlarge'],
      amiType: 'AL2023_ARM_64_STANDARD',
      scalingConfig: one,
      labels: {},
    }),
  ]);
  return { count: 6, scalingGroup };
}
