import type { EC2 } from '@aws-sdk/client-ec2';
import {
  createRouteTable,
  createSecurityGroup,
  createVpc,
} from '../../testbed/awsClients.ts';
import { createSubnets, findDefaults, type Network } from './network.ts';
import type { SidePlan } from './sidePlan.ts';

/** Endpoints that a cluster without a way out needs (https://docs.aws.amazon.com/eks/latest/userguide/private-clusters.html). */
const INTERFACES = [
  'autoscaling',
  'ec2',
  'ecr.api',
  'ecr.dkr',
  'eks',
  'eks-auth',
  'elasticloadbalancing',
  'logs',
  'sts',
];

/** A VPC of private subnets with endpoints of AWS, and neither an internet gateway nor NAT. */
export async function closedNetwork(
  ec2: EC2,
  plan: SidePlan,
): Promise<Network> {
  const vpcId = await createVpc(ec2, plan.cidr);
  const [privateSubnets, existing] = await Promise.all([
    createSubnets(ec2, plan, { vpcId, role: 'internal-elb', first: 3 }),
    findDefaults(ec2, vpcId),
  ]);
  const privateTables = await Promise.all(
    privateSubnets.map(async SubnetId => {
      const RouteTableId = await createRouteTable(ec2, vpcId);
      await ec2.associateRouteTable({ RouteTableId, SubnetId });
      return RouteTableId;
    }),
  );
  const network = {
    ...existing,
    vpcId,
    privateSubnets,
    privateTables,
    internetGateway: '',
    publicTable: '',
    publicSubnets: [],
    natGateways: [],
  };
  await createInterfaces(ec2, plan, network);
  return network;
}

async function createInterfaces(
  ec2: EC2,
  { cidr, place }: SidePlan,
  { vpcId, privateSubnets }: Network,
): Promise<void> {
  const group = await createSecurityGroup(ec2, vpcId, 'endpoints');
  await ec2.authorizeSecurityGroupIngress({
    GroupId: group,
    IpProtocol: 'tcp',
    FromPort: 443,
    ToPort: 443,
    CidrIp: cidr,
  });
  await Promise.all(
    INTERFACES.map(name =>
      ec2.createVpcEndpoint({
        VpcId: vpcId,
        ServiceName: `com.amazonaws.${place.region}.${name}`,
        VpcEndpointType: 'Interface',
        SubnetIds: [...privateSubnets],
        SecurityGroupIds: [group],
        PrivateDnsEnabled: true,
      }),
    ),
  );
}

/** The way to S3, in which the layers of images lie; without it a registry answers, and no image arrives. */
export async function addStoreEndpoint(
  ec2: EC2,
  { place }: SidePlan,
  { vpcId, privateTables }: Network,
): Promise<void> {
  await ec2.createVpcEndpoint({
    VpcId: vpcId,
    ServiceName: `com.amazonaws.${place.region}.s3`,
    VpcEndpointType: 'Gateway',
    RouteTableIds: [...privateTables],
  });
}
