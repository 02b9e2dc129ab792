import { AutoScaling } from '@aws-sdk/client-auto-scaling';
import { CloudFormation } from '@aws-sdk/client-cloudformation';
import { EC2 } from '@aws-sdk/client-ec2';
import { EKS } from '@aws-sdk/client-eks';
import { IAM } from '@aws-sdk/client-iam';
import { clientOptions, type Place } from '../awsClients.ts';
import type { TestbedControl } from '../controlClient.ts';

/** Everything in the account that costs something or stands in the way of the next cluster; what is empty is left out. */
export async function leftovers(
  testbed: TestbedControl,
  place: Place,
): Promise<Record<string, unknown[]>> {
  const options = await clientOptions(testbed, place);
  const found = {
    ...(await inNetwork(new EC2(options))),
    ...(await ofClusters(options)),
  };
  return Object.fromEntries(
    Object.entries(found)
      .map(([name, items = []]) => [name, items] as const)
      .filter(([, items]) => items.length > 0),
  );
}

type Found = Record<string, unknown[] | undefined>;

async function inNetwork(ec2: EC2): Promise<Found> {
  const notDefault = [{ Name: 'is-default', Values: ['false'] }];
  const alive = [
    {
      Name: 'instance-state-name',
      Values: ['pending', 'running', 'shutting-down', 'stopping', 'stopped'],
    },
  ];
  const gateways = await ec2.describeNatGateways({});
  const groups = await ec2.describeSecurityGroups({});
  return {
    networks: (await ec2.describeVpcs({ Filters: notDefault })).Vpcs,
    interfaces: (await ec2.describeNetworkInterfaces({})).NetworkInterfaces,
    groups: groups.SecurityGroups?.filter(
      ({ GroupName }) => GroupName !== 'default',
    ),
    addresses: (await ec2.describeAddresses({})).Addresses,
    gateways: gateways.NatGateways?.filter(({ State }) => State !== 'deleted'),
    machines: (await ec2.describeInstances({ Filters: alive })).Reservations,
    disks: (await ec2.describeVolumes({})).Volumes,
    templates: (await ec2.describeLaunchTemplates({})).LaunchTemplates,
  };
}

async function ofClusters(
  options: Awaited<ReturnType<typeof clientOptions>>,
): Promise<Found> {
  const iam = new IAM(options);
  const scaling = new AutoScaling(options);
  const { AutoScalingGroups } = await scaling.describeAutoScalingGroups({});
  const { OpenIDConnectProviderList } = await iam.listOpenIDConnectProviders(
    {},
  );
  return {
    stacks: (await new CloudFormation(options).describeStacks({})).Stacks,
    clusters: (await new EKS(options).listClusters({})).clusters,
    roles: (await iam.listRoles({})).Roles,
    issuers: OpenIDConnectProviderList,
    scaling: AutoScalingGroups,
  };
}
