import { CloudFormation } from '@aws-sdk/client-cloudformation';
import { EC2 } from '@aws-sdk/client-ec2';
import { EKS } from '@aws-sdk/client-eks';
import { IAM } from '@aws-sdk/client-iam';
import { clientOptions, type Place } from '../../testbed/awsClients.ts';
import type { Testbed } from '../../testbed/startTestbed.ts';

/** Everything of an account that eksctl makes, without ids and dates, so that two of them can be compared. */
export interface World {
  cluster?: {
    status: string;
    version: string;
    endpoint: string;
    logs: string[];
  };
  nodeGroups: string[];
  addons: string[];
  podIdentities: string[];
  oidcProviders: number;
  stacks: string[];
  /** Beside those that every account has. */
  vpcs: number;
  subnets: number;
  securityGroups: number;
  addresses: number;
}

/** Reads with credentials of its own, so that no test counts these calls. */
export async function readWorld(
  testbed: Testbed,
  place: Place,
  name: string,
): Promise<World> {
  const options = await clientOptions(testbed, place);
  const eks = new EKS(options);
  const [inside, stacks, network, providers] = await Promise.all([
    readCluster(eks, name),
    readStacks(new CloudFormation(options)),
    readNetwork(new EC2(options)),
    new IAM(options).listOpenIDConnectProviders({}),
  ]);
  return {
    ...inside,
    stacks,
    ...network,
    oidcProviders: providers.OpenIDConnectProviderList?.length ?? 0,
  };
}

type Inside = Pick<
  World,
  'cluster' | 'nodeGroups' | 'addons' | 'podIdentities'
>;

async function readCluster(eks: EKS, name: string): Promise<Inside> {
  const { clusters = [] } = await eks.listClusters({});
  if (!clusters.includes(name)) {
    return { nodeGroups: [], addons: [], podIdentities: [] };
  }
  const clusterName = name;
  const { cluster } = await eks.describeCluster({ name });
  const vpc = cluster?.resourcesVpcConfig;
  const { nodegroups = [] } = await eks.listNodegroups({ clusterName });
  const { addons = [] } = await eks.listAddons({ clusterName });
  const { associations = [] } = await eks.listPodIdentityAssociations({
    clusterName,
  });
  return {
    cluster: {
      status: cluster?.status ?? '',
      version: cluster?.version ?? '',
      endpoint: vpc?.endpointPublicAccess
        ? `public to ${vpc.publicAccessCidrs?.join()}`
        : 'private',
      logs: (cluster?.logging?.clusterLogging ?? [])
        .filter(({ enabled }) => enabled)
        .flatMap(({ types }) => types ?? []),
    },
    nodeGroups: await Promise.all(
      nodegroups.map(async nodegroupName => {
        const command = { clusterName, nodegroupName };
        const { nodegroup } = await eks.describeNodegroup(command);
        const sizes = nodegroup?.scalingConfig;
        return `${nodegroupName} ${nodegroup?.status} ${nodegroup?.version} ${nodegroup?.instanceTypes?.join()} ${sizes?.minSize}/${sizes?.desiredSize}/${sizes?.maxSize}`;
      }),
    ),
    addons: await Promise.all(
      [...addons].sort().map(async addonName => {
        const { addon } = await eks.describeAddon({ clusterName, addonName });
        return `${addonName} ${addon?.status} ${addon?.addonVersion}`;
      }),
    ),
    podIdentities: associations
      .map(
        ({ namespace, serviceAccount, ownerArn }) =>
          `${namespace}/${serviceAccount}${ownerArn ? ' of an add-on' : ''}`,
      )
      .sort(),
  };
}

async function readStacks(client: CloudFormation): Promise<string[]> {
  const { Stacks = [] } = await client.describeStacks({});
  return Stacks.map(
    // A stack that was updated meanwhile is as good as one that was not.
    ({ StackName, StackStatus }) =>
      `${StackName} ${StackStatus?.replace('UPDATE_', 'CREATE_')}`,
  ).sort();
}

async function readNetwork(
  ec2: EC2,
): Promise<Pick<World, 'vpcs' | 'subnets' | 'securityGroups' | 'addresses'>> {
  const { Vpcs = [] } = await ec2.describeVpcs({});
  const ids = Vpcs.filter(({ IsDefault }) => !IsDefault).map(
    ({ VpcId = '' }) => VpcId,
  );
  const { Addresses = [] } = await ec2.describeAddresses({});
  const inside = { Filters: [{ Name: 'vpc-id', Values: ids }] };
  const none = ids.length === 0;
  const { Subnets = [] } = none ? {} : await ec2.describeSubnets(inside);
  const { SecurityGroups = [] } = none
    ? {}
    : await ec2.describeSecurityGroups(inside);
  return {
    vpcs: ids.length,
    subnets: Subnets.length,
    securityGroups: SecurityGroups.length,
    addresses: Addresses.length,
  };
}
