import { EC2 } from '@aws-sdk/client-ec2';
import type { TestbedControl } from './controlClient.ts';

/** Who calls, and where. */
export interface Place {
  readonly account: string;
  readonly region: string;
}

export const LEDGER: Place = {
  account: '111111111111',
  region: 'eu-central-1',
};
export const AUDITOR: Place = {
  account: '222222222222',
  region: 'eu-central-1',
};

/** What every client of the SDK is made with: the bed's address, fresh credentials, and no second attempts. */
export async function clientOptions(
  testbed: TestbedControl,
  { account, region }: Place,
) {
  const env = await testbed.signIn(account);
  return {
    endpoint: testbed.url,
    region,
    maxAttempts: 1,
    credentials: {
      accessKeyId: present(env.AWS_ACCESS_KEY_ID),
      secretAccessKey: present(env.AWS_SECRET_ACCESS_KEY),
      sessionToken: present(env.AWS_SESSION_TOKEN),
    },
  };
}

export async function ec2(
  testbed: TestbedControl,
  place: Place = LEDGER,
): Promise<EC2> {
  return new EC2(await clientOptions(testbed, place));
}

/** The value of an answer, which the SDK types as optional throughout. */
export function present<T>(value: T | undefined | null): T {
  if (value === undefined || value === null) {
    throw new Error('The answer lacks a value that it should have.');
  }
  return value;
}

/** A VPC with DNS names, as an EKS cluster needs it. */
export async function createVpc(
  client: EC2,
  CidrBlock: string,
): Promise<string> {
  const { Vpc } = await client.createVpc({ CidrBlock });
  const VpcId = present(Vpc?.VpcId);
  await client.modifyVpcAttribute({
    VpcId,
    EnableDnsHostnames: { Value: true },
  });
  return VpcId;
}

export async function createRouteTable(
  client: EC2,
  VpcId: string,
): Promise<string> {
  const { RouteTable } = await client.createRouteTable({ VpcId });
  return present(RouteTable?.RouteTableId);
}

export async function createSecurityGroup(
  client: EC2,
  VpcId: string,
  GroupName = 'nodes',
): Promise<string> {
  const { GroupId } = await client.createSecurityGroup({
    VpcId,
    GroupName,
    Description: GroupName,
  });
  return present(GroupId);
}
