import type { Cluster } from '@aws-sdk/client-eks';
import type { LiveCluster } from '@scalardl-on-eks/plugin-scalardl-common';
import { collector } from '../collector';
import type { SideTarget } from '../sideAccess';
import { call, unless } from './call';
import { eks } from './clients';
import { healthIssues } from './healthIssues';

export const cluster = collector({
  fact: 'cluster',
  aws: ['eks:DescribeCluster'],
  async collect(access) {
    const { target } = access;
    const { client, DescribeClusterCommand } = await eks(access);
    const name = target.cluster;
    const answer = await unless('ResourceNotFoundException', () =>
      call(
        access,
        { action: 'eks:DescribeCluster', about: `of ${name}` },
        options => client.send(new DescribeClusterCommand({ name }), options),
      ),
    );
    if (!answer?.cluster) throw new Error(notFound(target));
    return understand(answer.cluster, target);
  },
});

function notFound({ side, cluster: name, aws: { region } }: SideTarget) {
  return `eks:DescribeCluster: expected an EKS cluster named ${name} in ${region}, found none there; change the name or the region of the ${side} cluster, or the credentials that read it.`;
}

function understand(found: Cluster, target: SideTarget): LiveCluster {
  const { arn = '', resourcesVpcConfig: vpc, kubernetesNetworkConfig } = found;
  if (!vpc?.vpcId) {
    throw new Error(
      `eks:DescribeCluster of ${target.cluster} names no VPC: its status is ${found.status}.`,
    );
  }
  const [, , , region = '', accountId = ''] = arn.split(':');
  return {
    name: found.name ?? target.cluster,
    arn,
    accountId,
    region,
    status: found.status ?? '',
    version: found.version ?? '',
    healthIssues: healthIssues(found.health),
    vpcId: vpc.vpcId,
    subnetIds: vpc.subnetIds ?? [],
    clusterSecurityGroupId: vpc.clusterSecurityGroupId,
    securityGroupIds: vpc.securityGroupIds ?? [],
    endpoint: {
      address: found.endpoint,
      public: vpc.endpointPublicAccess ?? false,
      private: vpc.endpointPrivateAccess ?? false,
      publicCidrs: vpc.publicAccessCidrs ?? [],
    },
    certificateAuthority: found.certificateAuthority?.data,
    logTypes: (found.logging?.clusterLogging ?? [])
      .filter(({ enabled }) => enabled)
      .flatMap(({ types }) => types ?? []),
    secretsKeyArn: found.encryptionConfig?.find(({ resources }) =>
      resources?.includes('secrets'),
    )?.provider?.keyArn,
    ipFamily: kubernetesNetworkConfig?.ipFamily === 'ipv6' ? 'ipv6' : 'ipv4',
    serviceCidr:
      kubernetesNetworkConfig?.serviceIpv4Cidr ??
      kubernetesNetworkConfig?.serviceIpv6Cidr,
    autoMode: found.computeConfig?.enabled ?? false,
    supportType: found.upgradePolicy?.supportType,
  };
}
