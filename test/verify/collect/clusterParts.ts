import { eventually } from '../../testbed/eks/eventually.ts';
import type { WorldSide } from './side.ts';

/** Two node groups of three machines, an add-on and a Fargate profile. */
export async function createClusterParts(side: WorldSide): Promise<void> {
  const { eks } = side.admin;
  const clusterName = side.cluster;
  await eventually(
    () => eks.describeCluster({ name: clusterName }),
    ({ cluster }) => cluster?.status === 'ACTIVE',
  );
  await Promise.all([
    createNodeGroup(side, 'v1'),
    createNodeGroup(side, 'v2'),
    eks.createAddon({
      clusterName,
      addonName: 'vpc-cni',
      configurationValues: '{"enableNetworkPolicy":"true"}',
    }),
    eks.createFargateProfile({
      clusterName,
      fargateProfileName: 'tools',
      podExecutionRoleArn: role(side, 'pods'),
      subnets: [...side.network.privateSubnets],
      selectors: [{ namespace: 'tools', labels: { runs: 'serverless' } }],
    }),
  ]);
}

async function createNodeGroup(side: WorldSide, nodegroupName: string) {
  const { eks } = side.admin;
  const clusterName = side.cluster;
  await eks.createNodegroup({
    clusterName,
    nodegroupName,
    subnets: [...side.network.privateSubnets],
    nodeRole: role(side, 'nodes'),
    instanceTypes: ['m7i.xlarge', 'c7i.xlarge'],
    scalingConfig: { minSize: 3, desiredSize: 3, maxSize: 6 },
    labels: { pool: nodegroupName },
    taints: [{ key: 'only', value: 'ledger', effect: 'NO_SCHEDULE' }],
  });
  await eventually(
    () => eks.describeNodegroup({ clusterName, nodegroupName }),
    ({ nodegroup }) => nodegroup?.status === 'ACTIVE',
  );
}

function role({ place }: WorldSide, name: string): string {
  return `arn:aws:iam::${place.account}:role/${name}`;
}
