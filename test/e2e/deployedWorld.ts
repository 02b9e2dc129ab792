import { EC2 } from '@aws-sdk/client-ec2';
import { EKS } from '@aws-sdk/client-eks';
import { clientOptions, present } from '../testbed/awsClients';
import type { Testbed } from '../testbed/startTestbed';
import { ACCOUNTS, REGION } from './deployWorld';

export type Side = keyof typeof ACCOUNTS;

/** What stands in one side's account, without ids. */
export interface DeployedSide {
  cluster: string;
  nodeGroups: string[];
  peerings: string[];
  /** Ways into the range, by state, out of the tables that subnets with nodes have. */
  routes: string[];
  /** What the range may call on the nodes. */
  openPorts: string[];
}

/** Reads a side as its own administrator sees it. */
export async function readSide(
  testbed: Testbed,
  side: Side,
  peerRange: string,
): Promise<DeployedSide> {
  const place = { account: ACCOUNTS[side], region: REGION };
  const options = await clientOptions(testbed, place);
  const eks = new EKS(options);
  const ec2 = new EC2(options);
  const name = `payments-${side}`;
  const { cluster } = await eks.describeCluster({ name });
  return {
    cluster: `${cluster?.status} ${cluster?.version}`,
    nodeGroups: await readNodeGroups(eks, name),
    ...(await readNetwork(ec2, {
      vpc: present(cluster?.resourcesVpcConfig?.vpcId),
      group: present(cluster?.resourcesVpcConfig?.clusterSecurityGroupId),
      peerRange,
    })),
  };
}

async function readNodeGroups(
  eks: EKS,
  clusterName: string,
): Promise<string[]> {
  const { nodegroups = [] } = await eks.listNodegroups({ clusterName });
  return Promise.all(
    nodegroups.map(async nodegroupName => {
      const { nodegroup } = await eks.describeNodegroup({
        clusterName,
        nodegroupName,
      });
      return `${nodegroup?.status} ${nodegroup?.scalingConfig?.desiredSize}`;
    }),
  );
}

async function readNetwork(
  ec2: EC2,
  place: { vpc: string; group: string; peerRange: string },
): Promise<Pick<DeployedSide, 'peerings' | 'routes' | 'openPorts'>> {
  const { VpcPeeringConnections = [] } =
    await ec2.describeVpcPeeringConnections({});
  const { RouteTables = [] } = await ec2.describeRouteTables({
    Filters: [{ Name: 'vpc-id', Values: [place.vpc] }],
  });
  const { SecurityGroupRules = [] } = await ec2.describeSecurityGroupRules({
    Filters: [{ Name: 'group-id', Values: [place.group] }],
  });
  return {
    peerings: VpcPeeringConnections.map(
      ({ Status }) => Status?.Code ?? '',
    ).sort(),
    routes: RouteTables.flatMap(({ Routes = [] }) => Routes)
      .filter(route => route.DestinationCidrBlock === place.peerRange)
      .map(
        ({ State, VpcPeeringConnectionId }) =>
          `${State} ${VpcPeeringConnectionId ? 'peering' : 'other'}`,
      ),
    openPorts: SecurityGroupRules.filter(
      ({ CidrIpv4, IsEgress }) => CidrIpv4 === place.peerRange && !IsEgress,
    )
      .map(({ FromPort, ToPort }) => `${FromPort}-${ToPort}`)
      .sort(),
  };
}
