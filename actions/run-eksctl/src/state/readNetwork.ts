import {
  DescribeSecurityGroupsCommand,
  DescribeVpcsCommand,
} from '@aws-sdk/client-ec2';
import type { AwsClients } from './awsClients';
import type { Known } from './clusterState';

/** Ranges that the VPC has, the first one first. */
export async function readVpcRanges(
  { ec2 }: AwsClients,
  vpcId: string,
): Promise<Known<string[]>> {
  return known('ec2:DescribeVpcs', async () => {
    const { Vpcs = [] } = await ec2.send(
      new DescribeVpcsCommand({ VpcIds: [vpcId] }),
    );
    return Vpcs.flatMap(({ CidrBlockAssociationSet = [] }) =>
      CidrBlockAssociationSet.filter(
        ({ CidrBlockState }) => CidrBlockState?.State === 'associated',
      ).map(({ CidrBlock = '' }) => CidrBlock),
    );
  });
}

const HTTPS = 443;

/** IPv4 ranges that eksctl's security group of the control plane lets in on port 443. */
export async function readControlPlaneRanges(
  { ec2 }: AwsClients,
  securityGroup: string | undefined,
): Promise<Known<string[]>> {
  if (!securityGroup) {
    return { known: false, reason: 'the stack names no security group' };
  }
  return known('ec2:DescribeSecurityGroups', async () => {
    const { SecurityGroups = [] } = await ec2.send(
      new DescribeSecurityGroupsCommand({ GroupIds: [securityGroup] }),
    );
    return SecurityGroups.flatMap(({ IpPermissions = [] }) => IpPermissions)
      .filter(({ FromPort, ToPort }) => FromPort === HTTPS && ToPort === HTTPS)
      .flatMap(({ IpRanges = [] }) =>
        IpRanges.map(({ CidrIp = '' }) => CidrIp),
      );
  });
}

/** These readings serve refusals only: without the permission, the rest still works, and says what it does not know. */
async function known<T>(
  call: string,
  read: () => Promise<T>,
): Promise<Known<T>> {
  try {
    return { known: true, value: await read() };
  } catch (error) {
    return {
      known: false,
      reason: `${call} failed: ${(error as Error).message}`,
    };
  }
}
