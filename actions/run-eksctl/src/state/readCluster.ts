import {
  type Cluster as EksCluster,
  DescribeClusterCommand,
} from '@aws-sdk/client-eks';
import { awsErrorCode } from '@scalardl-on-eks/action-toolkit/aws';
import type { AwsClients } from './awsClients';
import type { Cluster } from './clusterState';

/** The cluster, or `undefined` where there is none. */
export async function readCluster(
  { eks, call }: AwsClients,
  name: string,
): Promise<Cluster | undefined> {
  return call(`eks:DescribeCluster of ${name}`, async () => {
    try {
      const { cluster } = await eks.send(new DescribeClusterCommand({ name }));
      return cluster && understand(cluster);
    } catch (error) {
      if (awsErrorCode(error) === 'ResourceNotFoundException') return undefined;
      throw error;
    }
  });
}

function understand(cluster: EksCluster): Cluster {
  const vpc = cluster.resourcesVpcConfig ?? {};
  const network = cluster.kubernetesNetworkConfig ?? {};
  return {
    arn: cluster.arn ?? '',
    status: cluster.status ?? 'unknown',
    version: cluster.version ?? '',
    createdAt: cluster.createdAt?.getTime() ?? 0,
    address: cluster.endpoint,
    certificateAuthority: cluster.certificateAuthority?.data,
    tags: cluster.tags ?? {},
    vpcId: vpc.vpcId ?? '',
    subnetIds: vpc.subnetIds ?? [],
    endpoint: {
      publicAccess: vpc.endpointPublicAccess ?? false,
      privateAccess: vpc.endpointPrivateAccess ?? false,
      publicAccessCidrs: vpc.publicAccessCidrs ?? [],
    },
    ipFamily: network.ipFamily,
    serviceRange: network.serviceIpv4Cidr,
    logTypes: (cluster.logging?.clusterLogging ?? [])
      .filter(({ enabled }) => enabled)
      .flatMap(({ types }) => types ?? []),
    encryptionKey: cluster.encryptionConfig?.find(({ resources }) =>
      resources?.includes('secrets'),
    )?.provider?.keyArn,
    supportType: cluster.upgradePolicy?.supportType,
    oidcIssuer: cluster.identity?.oidc?.issuer,
    health: (cluster.health?.issues ?? []).map(
      ({ code, message }) => `${code}: ${message}`,
    ),
  };
}
