import type { EC2, Tag } from '@aws-sdk/client-ec2';
import {
  createRouteTable,
  createVpc,
  present,
} from '../../testbed/awsClients.ts';
import { type SidePlan, subnetCidr } from './sidePlan.ts';

/** What a side's VPC holds, each list in the order of the zones; empty is what a VPC without a way out has not. */
export interface Network {
  readonly vpcId: string;
  readonly internetGateway: string;
  readonly privateSubnets: readonly string[];
  readonly publicSubnets: readonly string[];
  /** One a private subnet, with the NAT gateway of its zone. */
  readonly privateTables: readonly string[];
  readonly publicTable: string;
  /** Nobody uses it, and it leads nowhere. */
  readonly mainTable: string;
  readonly natGateways: readonly string[];
  /** The VPC's own, which every subnet uses. */
  readonly networkAcl: string;
}

/** A VPC as eksctl makes one with highly available NAT. */
export async function createNetwork(
  ec2: EC2,
  plan: SidePlan,
): Promise<Network> {
  const vpcId = await createVpc(ec2, plan.cidr);
  await nameResources(ec2, [vpcId], `eksctl-${plan.cluster}-cluster/VPC`);
  const [publicPart, privateSubnets, existing] = await Promise.all([
    createPublicPart(ec2, plan, vpcId),
    createSubnets(ec2, plan, { vpcId, role: 'internal-elb', first: 3 }),
    findDefaults(ec2, vpcId),
  ]);
  const natGateways = await Promise.all(
    publicPart.publicSubnets.map(id => createNatGateway(ec2, id)),
  );
  const privateTables = await Promise.all(
    privateSubnets.map(async (SubnetId, index) => {
      const RouteTableId = await createRouteTable(ec2, vpcId);
      await ec2.createRoute({
        RouteTableId,
        DestinationCidrBlock: '0.0.0.0/0',
        NatGatewayId: natGateways[index],
      });
      await ec2.associateRouteTable({ RouteTableId, SubnetId });
      return RouteTableId;
    }),
  );
  return {
    vpcId,
    ...publicPart,
    ...existing,
    privateSubnets,
    privateTables,
    natGateways,
  };
}

async function createPublicPart(ec2: EC2, plan: SidePlan, vpcId: string) {
  const { InternetGateway } = await ec2.createInternetGateway({});
  const internetGateway = present(InternetGateway?.InternetGatewayId);
  const [publicTable, publicSubnets] = await Promise.all([
    createRouteTable(ec2, vpcId),
    createSubnets(ec2, plan, { vpcId, role: 'elb', first: 0 }),
    ec2.attachInternetGateway({
      VpcId: vpcId,
      InternetGatewayId: internetGateway,
    }),
  ]);
  await ec2.createRoute({
    RouteTableId: publicTable,
    DestinationCidrBlock: '0.0.0.0/0',
    GatewayId: internetGateway,
  });
  await Promise.all(
    publicSubnets.flatMap(SubnetId => [
      ec2.associateRouteTable({ RouteTableId: publicTable, SubnetId }),
      ec2.modifySubnetAttribute({
        SubnetId,
        MapPublicIpOnLaunch: { Value: true },
      }),
    ]),
  );
  return { internetGateway, publicTable, publicSubnets };
}

interface SubnetsWish {
  readonly vpcId: string;
  /** Which load balancers stand in them. */
  readonly role: 'elb' | 'internal-elb';
  /** Number of the first one's range. */
  readonly first: number;
}

/** One subnet a zone, of consecutive ranges. */
export function createSubnets(
  ec2: EC2,
  plan: SidePlan,
  { vpcId, role, first }: SubnetsWish,
): Promise<string[]> {
  const Tags: Tag[] = [
    { Key: `kubernetes.io/role/${role}`, Value: '1' },
    { Key: 'alpha.eksctl.io/cluster-name', Value: plan.cluster },
  ];
  return Promise.all(
    plan.zones.map(async (AvailabilityZone, index) => {
      const { Subnet } = await ec2.createSubnet({
        VpcId: vpcId,
        AvailabilityZone,
        CidrBlock: subnetCidr(plan.cidr, first + index),
        TagSpecifications: [{ ResourceType: 'subnet', Tags }],
      });
      return present(Subnet?.SubnetId);
    }),
  );
}

async function createNatGateway(ec2: EC2, SubnetId: string): Promise<string> {
  const { AllocationId } = await ec2.allocateAddress({ Domain: 'vpc' });
  const { NatGateway } = await ec2.createNatGateway({ SubnetId, AllocationId });
  return present(NatGateway?.NatGatewayId);
}

/** What AWS makes with every VPC. */
export async function findDefaults(ec2: EC2, vpcId: string) {
  const Filters = [{ Name: 'vpc-id', Values: [vpcId] }];
  const [{ RouteTables }, { NetworkAcls }] = await Promise.all([
    ec2.describeRouteTables({
      Filters: [...Filters, { Name: 'association.main', Values: ['true'] }],
    }),
    ec2.describeNetworkAcls({ Filters }),
  ]);
  return {
    mainTable: present(RouteTables?.[0]?.RouteTableId),
    networkAcl: present(NetworkAcls?.[0]?.NetworkAclId),
  };
}

async function nameResources(
  ec2: EC2,
  Resources: string[],
  name: string,
): Promise<void> {
  await ec2.createTags({ Resources, Tags: [{ Key: 'Name', Value: name }] });
}
