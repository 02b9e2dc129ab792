import {
  AssociateRouteTableCommand,
  AuthorizeSecurityGroupIngressCommand,
  CreateRouteTableCommand,
  CreateSecurityGroupCommand,
  CreateSubnetCommand,
  CreateVpcCommand,
  EC2Client,
  ModifyVpcAttributeCommand,
} from '@aws-sdk/client-ec2';
import type { Testbed } from '../../testbed/startTestbed';

export const REGION = 'ap-northeast-1';

/** Account of either end. */
export const ACCOUNTS = {
  requester: '222222222222',
  accepter: '111111111111',
} as const;

const ZONES = ['a', 'c', 'd'];

/** One end of a peering that is to be made: a VPC whose private subnets have a route table each. */
export interface End {
  account: string;
  vpc: string;
  subnets: string[];
  group: string;
  /** TCP ports that the other end is to reach. */
  ports: number[];
}

/** Two VPCs that nothing connects yet, as those of an Auditor and a Ledger. */
export interface Pair {
  requester: End;
  accepter: End;
}

/** @param tables - number of private subnets and of their route tables, at either end */
export async function createPair(
  testbed: Testbed,
  tables: number,
): Promise<Pair> {
  const [requester, accepter] = await Promise.all([
    createEnd(testbed, {
      account: ACCOUNTS.requester,
      network: '10.2',
      ports: [40051, 40052],
      tables,
    }),
    createEnd(testbed, {
      account: ACCOUNTS.accepter,
      network: '10.1',
      ports: [50051, 50052],
      tables,
    }),
  ]);
  return { requester, accepter };
}

interface EndPlan {
  account: string;
  /** First two numbers of its addresses. */
  network: string;
  ports: number[];
  tables: number;
}

async function createEnd(
  testbed: Testbed,
  { account, network, ports, tables }: EndPlan,
): Promise<End> {
  const ec2 = await ec2Client(testbed, account);
  const vpc = idOf(
    (await ec2.send(new CreateVpcCommand({ CidrBlock: `${network}.0.0/16` })))
      .Vpc?.VpcId,
  );
  for (const attribute of ['EnableDnsSupport', 'EnableDnsHostnames'] as const) {
    await ec2.send(
      new ModifyVpcAttributeCommand({
        VpcId: vpc,
        [attribute]: { Value: true },
      }),
    );
  }
  const subnets: string[] = [];
  for (let index = 0; index < tables; index += 1) {
    subnets.push(await createSubnet(ec2, { vpc, network, index }));
  }
  return { account, vpc, subnets, group: await createGroup(ec2, vpc), ports };
}

async function createSubnet(
  ec2: EC2Client,
  { vpc, network, index }: { vpc: string; network: string; index: number },
): Promise<string> {
  const created = await ec2.send(
    new CreateSubnetCommand({
      VpcId: vpc,
      CidrBlock: `${network}.${index}.0/24`,
      AvailabilityZone: REGION + (ZONES[index % ZONES.length] ?? ''),
    }),
  );
  const subnet = idOf(created.Subnet?.SubnetId);
  const { RouteTable } = await ec2.send(
    new CreateRouteTableCommand({ VpcId: vpc }),
  );
  await ec2.send(
    new AssociateRouteTableCommand({
      SubnetId: subnet,
      RouteTableId: idOf(RouteTable?.RouteTableId),
    }),
  );
  return subnet;
}

/** A group with one rule of somebody else, as the nodes of a cluster have. */
async function createGroup(ec2: EC2Client, vpc: string): Promise<string> {
  const created = await ec2.send(
    new CreateSecurityGroupCommand({
      VpcId: vpc,
      GroupName: 'nodes',
      Description: 'Nodes',
    }),
  );
  const group = idOf(created.GroupId);
  await ec2.send(
    new AuthorizeSecurityGroupIngressCommand({
      GroupId: group,
      IpPermissions: [
        { IpProtocol: '-1', UserIdGroupPairs: [{ GroupId: group }] },
      ],
    }),
  );
  return group;
}

/** Reads and writes in the account as its administrator. */
export async function ec2Client(
  testbed: Testbed,
  account: string,
): Promise<EC2Client> {
  const env = await testbed.signIn(account);
  return new EC2Client({
    endpoint: testbed.url,
    region: REGION,
    credentials: {
      accessKeyId: env.AWS_ACCESS_KEY_ID ?? '',
      secretAccessKey: env.AWS_SECRET_ACCESS_KEY ?? '',
      sessionToken: env.AWS_SESSION_TOKEN,
    },
  });
}

function idOf(id: string | undefined): string {
  if (id === undefined) throw new Error('The test bed answered without an id.');
  return id;
}
