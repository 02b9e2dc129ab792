import type { EC2 } from '@aws-sdk/client-ec2';
import type { EKS } from '@aws-sdk/client-eks';
import type { Network } from './network.ts';
import { roleArn, type SidePlan } from './sidePlan.ts';

/** Three machines in three zones, with encrypted disks and version 2 of the metadata service. */
export async function createNodeGroup(
  { eks, ec2 }: { eks: EKS; ec2: EC2 },
  plan: SidePlan,
  network: Network,
): Promise<void> {
  const { LaunchTemplate } = await ec2.createLaunchTemplate({
    LaunchTemplateName: `eksctl-${plan.cluster}-nodegroup-${plan.nodeGroup}`,
    LaunchTemplateData: {
      BlockDeviceMappings: [
        {
          DeviceName: '/dev/xvda',
          Ebs: { VolumeSize: 80, VolumeType: 'gp3', Encrypted: true },
        },
      ],
      MetadataOptions: { HttpTokens: 'required', HttpPutResponseHopLimit: 2 },
    },
  });
  await eks.createNodegroup({
    clusterName: plan.cluster,
    nodegroupName: plan.nodeGroup,
    nodeRole: roleArn(plan, 'nodes'),
    subnets: [...network.privateSubnets],
    instanceTypes: ['m7i.xlarge'],
    amiType: 'AL2023_x86_64_STANDARD',
    capacityType: 'ON_DEMAND',
    scalingConfig: { minSize: 3, desiredSize: 3, maxSize: 6 },
    updateConfig: { maxUnavailable: 1 },
    labels: { 'scalar-labs.com/dedicated-node': plan.namespace },
    launchTemplate: { id: LaunchTemplate?.LaunchTemplateId },
  });
}
