import { EC2, type Tag } from '@aws-sdk/client-ec2';
import { EKS } from '@aws-sdk/client-eks';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  type Place,
  clientOptions,
  createRouteTable,
  createSecurityGroup,
  createVpc,
  present,
} from '../../testbed/awsClients.ts';
import type { TestbedControl } from '../../testbed/controlClient.ts';

/** A network as eksctl makes one, and as an application has one: three zones, a public and a private subnet in each. */
export interface TestNetwork {
  readonly name: string;
  readonly place: Place;
  readonly client: EC2;
  readonly vpcId: string;
  /** In the order of the zones. */
  readonly privateSubnets: readonly string[];
  /** One for each zone, as behind a NAT gateway of its own. */
  readonly privateTables: readonly string[];
  readonly publicTable: string;
  /** The cluster's security group, or the group named `nodes`. */
  readonly group: string;
}

export interface NetworkWish {
  name: string;
  place: Place;
  cidr: string;
  secondary?: string;
  /** With an EKS cluster of the network's name. */
  cluster?: boolean;
}

const ZONES = ['a', 'b', 'c'];

export async function createNetwork(
  testbed: TestbedControl,
  wish: NetworkWish,
): Promise<TestNetwork> {
  const { name, place, cidr } = wish;
  const options = await clientOptions(testbed, place);
  const client = new EC2(options);
  const vpcId = await createVpc(client, cidr);
  if (wish.secondary) {
    await client.associateVpcCidrBlock({
      VpcId: vpcId,
      CidrBlock: wish.secondary,
    });
  }
  await name_(client, vpcId, name);
  const [publicTable, zones] = await Promise.all([
    createPublicTable(client, vpcId),
    Promise.all(
      ZONES.map((zone, index) =>
        createZone(client, { ...wish, vpcId, zone, index }),
      ),
    ),
  ]);
  await Promise.all(
    zones.map(({ publicSubnet }) =>
      client.associateRouteTable({
        RouteTableId: publicTable,
        SubnetId: publicSubnet,
      }),
    ),
  );
  const privateSubnets = zones.map(({ privateSubnet }) => privateSubnet);
  const group = wish.cluster
    ? await createCluster(new EKS(options), {
        name,
        place,
        subnets: privateSubnets,
      })
    : await createSecurityGroup(client, vpcId);
  return {
    name,
    place,
    client,
    vpcId,
    privateSubnets,
    privateTables: zones.map(({ table }) => table),
    publicTable,
    group,
  };
}

function name_(client: EC2, id: string, name: string) {
  const Tags: Tag[] = [{ Key: 'Name', Value: name }];
  return client.createTags({ Resources: [id], Tags });
}

async function createPublicTable(client: EC2, vpcId: string): Promise<string> {
  const { InternetGateway } = await client.createInternetGateway({});
  const gateway = present(InternetGateway?.InternetGatewayId);
  const [table] = await Promise.all([
    createRouteTable(client, vpcId),
    client.attachInternetGateway({ VpcId: vpcId, InternetGatewayId: gateway }),
  ]);
  await client.createRoute({
    RouteTableId: table,
    DestinationCidrBlock: '0.0.0.0/0',
    GatewayId: gateway,
  });
  return table;
}

interface Zone extends NetworkWish {
  vpcId: string;
  zone: string;
  index: number;
}

async function createZone(
  client: EC2,
  { vpcId, place, cidr, zone, index }: Zone,
) {
  const AvailabilityZone = `${place.region}${zone}`;
  const [publicSubnet, privateSubnet, table] = await Promise.all([
    createSubnet(client, { vpcId, AvailabilityZone, cidr: part(cidr, index) }),
    createSubnet(client, {
      vpcId,
      AvailabilityZone,
      cidr: part(cidr, index + 3),
    }),
    createRouteTable(client, vpcId),
  ]);
  await client.associateRouteTable({
    RouteTableId: table,
    SubnetId: privateSubnet,
  });
  return { publicSubnet, privateSubnet, table };
}

async function createSubnet(
  client: EC2,
  subnet: { vpcId: string; AvailabilityZone: string; cidr: string },
): Promise<string> {
  const { vpcId, AvailabilityZone, cidr } = subnet;
  const { Subnet } = await client.createSubnet({
    VpcId: vpcId,
    AvailabilityZone,
    CidrBlock: cidr,
  });
  return present(Subnet?.SubnetId);
}

/** The /24 of that number in a range of /20 or more. */
function part(cidr: string, number: number): string {
  const [first = 0, second = 0, third = 0] = cidr.split('.').map(Number);
  return `${first}.${second}.${third + number}.0/24`;
}

async function createCluster(
  client: EKS,
  { name, place, subnets }: { name: string; place: Place; subnets: string[] },
): Promise<string> {
  await client.createCluster({
    name,
    roleArn: `arn:aws:iam::${place.account}:role/cluster`,
    resourcesVpcConfig: { subnetIds: subnets },
  });
  for (;;) {
    const { cluster } = await client.describeCluster({ name });
    const group = cluster?.resourcesVpcConfig?.clusterSecurityGroupId;
    if (group) {
      client.destroy();
      return group;
    }
    await sleep(20);
  }
}
