import { type Account, call } from '../aws/account';
import { together, unlessMissing } from '../aws/answers';
import type { Located } from './locate';
import { coveringGroups, readNodeInterfaces } from './nodeInterfaces';

/** The VPC, the security groups and the service range of an EKS cluster; `undefined` where there is no such cluster. */
export async function findCluster(
  account: Account,
  name: string,
): Promise<Located | undefined> {
  const [cluster, interfaces] = await together([
    describeCluster(account, name),
    readNodeInterfaces(account, name),
  ]);
  const { resourcesVpcConfig, kubernetesNetworkConfig } = cluster ?? {};
  const vpcId = resourcesVpcConfig?.vpcId;
  if (!vpcId) return undefined;
  const group = resourcesVpcConfig.clusterSecurityGroupId;
  return {
    vpcId,
    clusterGroups: coveringGroups(group ? [group] : [], interfaces),
    serviceRange: kubernetesNetworkConfig?.serviceIpv4Cidr,
  };
}

async function describeCluster(account: Account, name: string) {
  const { DescribeClusterCommand } = await import('../aws/eks');
  const eks = await account.eks();
  const answer = await unlessMissing(['ResourceNotFoundException'], () =>
    call(account, { action: 'eks:DescribeCluster', about: `of ${name}` }, () =>
      eks.send(new DescribeClusterCommand({ name })),
    ),
  );
  return answer?.cluster;
}
