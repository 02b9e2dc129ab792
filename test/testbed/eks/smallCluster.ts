import { EKS, type Cluster, type Update } from '@aws-sdk/client-eks';
import type { EC2 } from '@aws-sdk/client-ec2';
import { clientOptions, createVpc, LEDGER, present } from '../awsClients.ts';
import type { TestbedControl } from '../controlClient.ts';
import { eventually } from './eventually.ts';

export const NAME = 'small';
/** So long a state lasts that a test wants to see, on a machine that runs every test at once. */
export const SEEN_SECONDS = 2;
export const ROLE = `arn:aws:iam::${LEDGER.account}:role/eks`;

/** A client of EKS for an administrator of the account. */
export async function eks(testbed: TestbedControl): Promise<EKS> {
  return new EKS(await clientOptions(testbed, LEDGER));
}

/** A VPC with a subnet in each of the first zones. */
export async function createSubnets(
  ec2: EC2,
  zones: readonly string[] = ['a', 'b', 'c'],
): Promise<string[]> {
  const VpcId = await createVpc(ec2, '10.1.0.0/16');
  const created = zones.map((zone, index) =>
    ec2.createSubnet({
      VpcId,
      CidrBlock: `10.1.${index}.0/24`,
      AvailabilityZone: `${LEDGER.region}${zone}`,
    }),
  );
  return (await Promise.all(created)).map(({ Subnet }) =>
    present(Subnet?.SubnetId),
  );
}

export async function describe(client: EKS): Promise<Cluster> {
  const { cluster } = await client.describeCluster({ name: NAME });
  return present(cluster);
}

/** A cluster that is ready. */
export async function createCluster(
  client: EKS,
  subnetIds: string[],
  version = '1.35',
): Promise<Cluster> {
  await client.createCluster({
    name: NAME,
    version,
    roleArn: ROLE,
    resourcesVpcConfig: { subnetIds },
    accessConfig: { authenticationMode: 'API' },
  });
  return eventually(
    () => describe(client),
    ({ status }) => status !== 'CREATING',
  );
}

/** The update once it has come to an end, one way or the other. */
export async function finished(
  client: EKS,
  update: Update | undefined,
  of: { nodegroupName?: string; addonName?: string } = {},
): Promise<Update> {
  const read = async () => {
    const { update: now } = await client.describeUpdate({
      name: NAME,
      updateId: present(update?.id),
      ...of,
    });
    return present(now);
  };
  return eventually(read, ({ status }) => status !== 'InProgress');
}
