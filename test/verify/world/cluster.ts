import type { EC2 } from '@aws-sdk/client-ec2';
import type { EKS } from '@aws-sdk/client-eks';
import { present } from '../../testbed/awsClients.ts';
import { until } from './waiting.ts';
import type { Network } from './network.ts';
import type { Ground, Nodes, SideParts } from './parts.ts';
import { roleArn, SERVICE_CIDR, type SidePlan } from './sidePlan.ts';

/** What EKS says of a cluster that is ready. */
export interface WorldCluster {
  readonly endpoint: string;
  readonly certificateAuthority: string;
  /** The group that EKS made, which control plane and nodes carry. */
  readonly clusterGroup: string;
  /** The group with which eksctl admits the runners to the endpoint. */
  readonly controlPlaneGroup: string;
}

/** Who reads the cluster in the live stage; what it may read is bound to the group. */
export interface ReadRole {
  readonly arn: string;
  readonly group: string;
}

export const RUNNER_CIDR = '10.4.0.0/24';

export function readRoleOf(plan: SidePlan): ReadRole {
  return { arn: roleArn(plan, 'verify'), group: 'scalardl-verify' };
}

/** A private cluster that is ready, still without nodes. */
export async function createCluster(
  { eks, ec2 }: { eks: EKS; ec2: EC2 },
  {
    plan,
    network,
    parts,
  }: Pick<Ground, 'plan' | 'network'> & {
    parts: SideParts;
  },
): Promise<WorldCluster> {
  const controlPlaneGroup = await createControlPlaneGroup(ec2, plan, network);
  await eks.createCluster({
    name: plan.cluster,
    version: plan.kubernetesVersion,
    roleArn: roleArn(plan, 'cluster'),
    resourcesVpcConfig: {
      subnetIds: [...network.privateSubnets],
      securityGroupIds: [controlPlaneGroup],
      endpointPublicAccess: false,
      endpointPrivateAccess: true,
    },
    kubernetesNetworkConfig: { serviceIpv4Cidr: SERVICE_CIDR },
    accessConfig: { authenticationMode: 'API' },
    upgradePolicy: { supportType: 'STANDARD' },
    logging: {
      clusterLogging: [
        { types: ['api', 'audit', 'authenticator'], enabled: true },
      ],
    },
    encryptionConfig: [
      {
        resources: ['secrets'],
        provider: {
          keyArn: `arn:aws:kms:${plan.place.region}:${plan.place.account}:key/${plan.side}`,
        },
      },
    ],
    ...parts.cluster(plan),
  });
  const { endpoint, certificateAuthority, resourcesVpcConfig } = await until(
    async () => {
      const { cluster } = await eks.describeCluster({ name: plan.cluster });
      return present(cluster);
    },
    ({ status }) => status === 'ACTIVE',
  );
  return {
    controlPlaneGroup,
    endpoint: present(endpoint),
    certificateAuthority: present(certificateAuthority?.data),
    clusterGroup: present(resourcesVpcConfig?.clusterSecurityGroupId),
  };
}

async function createControlPlaneGroup(
  ec2: EC2,
  { cluster }: SidePlan,
  { vpcId }: Network,
): Promise<string> {
  const { GroupId } = await ec2.createSecurityGroup({
    VpcId: vpcId,
    GroupName: `eksctl-${cluster}-cluster-ControlPlaneSecurityGroup`,
    Description:
      'Communication between the control plane and worker nodegroups',
  });
  await ec2.authorizeSecurityGroupIngress({
    GroupId,
    IpPermissions: [
      {
        IpProtocol: 'tcp',
        FromPort: 443,
        ToPort: 443,
        IpRanges: [{ CidrIp: RUNNER_CIDR, Description: 'runners' }],
      },
    ],
  });
  return present(GroupId);
}

/** Nodes, add-ons and the role that reads; ends when all of it is there and healthy. */
export async function furnishCluster(
  ground: Ground,
  { addons, createNodes }: SideParts,
): Promise<Nodes> {
  const { plan, clients } = ground;
  const { eks } = clients;
  const clusterName = plan.cluster;
  const { arn, group } = readRoleOf(plan);
  const [nodes] = await Promise.all([
    createNodes(ground),
    eks.createAccessEntry({
      clusterName,
      principalArn: arn,
      kubernetesGroups: [group],
    }),
    ...Object.entries(addons).map(([addonName, configurationValues]) =>
      eks.createAddon({ clusterName, addonName, configurationValues }),
    ),
  ]);
  await until(
    () =>
      Promise.all(
        Object.keys(addons).map(addonName =>
          eks.describeAddon({ clusterName, addonName }),
        ),
      ),
    found => found.every(({ addon }) => addon?.status === 'ACTIVE'),
  );
  return nodes;
}
