import type { RunInstancesRequest } from '@aws-sdk/client-ec2';
import type { CreateNodegroupRequest } from '@aws-sdk/client-eks';
import { present } from '../../testbed/awsClients.ts';
import type { AwsClients } from './awsClients.ts';
import type { Ground, Nodes } from './parts.ts';
import { roleArn, type SidePlan } from './sidePlan.ts';
import { until } from './waiting.ts';

/** Encrypted disk, and tokens for the metadata service. */
export const MACHINE_DATA: Pick<
  RunInstancesRequest,
  'BlockDeviceMappings' | 'MetadataOptions'
> = {
  BlockDeviceMappings: [
    {
      DeviceName: '/dev/xvda',
      Ebs: { VolumeSize: 80, VolumeType: 'gp3', Encrypted: true },
    },
  ],
  MetadataOptions: { HttpTokens: 'required', HttpPutResponseHopLimit: 2 },
};

/** Three machines in three zones, with encrypted disks and version 2 of the metadata service. */
export async function managedNodeGroup(ground: Ground): Promise<Nodes> {
  const scalingGroup = await createNodeGroup(ground, {
    nodegroupName: ground.plan.nodeGroup,
  });
  return { count: 3, scalingGroup };
}

/**
 * Creates a managed node group like the healthy one but for what is given, and waits until it is active.
 *
 * @returns the name of its Auto Scaling group
 */
export async function createNodeGroup(
  { clients: { eks, ec2 }, plan, network }: Ground,
  given: Partial<CreateNodegroupRequest> & { nodegroupName: string },
): Promise<string> {
  const { nodegroupName } = given;
  const clusterName = plan.cluster;
  await eks.createNodegroup({
    clusterName,
    nodeRole: roleArn(plan, 'nodes'),
    subnets: [...network.privateSubnets],
    instanceTypes: ['m7i.xlarge'],
    amiType: 'AL2023_x86_64_STANDARD',
    capacityType: 'ON_DEMAND',
    scalingConfig: { minSize: 3, desiredSize: 3, maxSize: 6 },
    updateConfig: { maxUnavailable: 1 },
    labels: { 'scalar-labs.com/dedicated-node': plan.namespace },
    launchTemplate: { id: await nodeTemplate(ec2, plan, nodegroupName) },
    ...given,
  });
  const { resources } = await until(
    async () => {
      const { nodegroup } = await eks.describeNodegroup({
        clusterName,
        nodegroupName,
      });
      return present(nodegroup);
    },
    ({ status }) => status === 'ACTIVE',
  );
  return present(resources?.autoScalingGroups?.[0]?.name);
}

/** Disks and metadata service of machines, as a launch template of EC2. */
async function nodeTemplate(
  ec2: AwsClients['ec2'],
  { cluster }: SidePlan,
  name: string,
): Promise<string> {
  const { LaunchTemplate } = await ec2.createLaunchTemplate({
    LaunchTemplateName: `eksctl-${cluster}-nodegroup-${name}`,
    LaunchTemplateData: MACHINE_DATA,
  });
  return present(LaunchTemplate?.LaunchTemplateId);
}
