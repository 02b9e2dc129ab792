import type { NetworkInterface } from '@aws-sdk/client-ec2';
import type { LiveNetworkInterface } from '@scalardl-on-eks/plugin-scalardl-common';
import { collector, valueOf } from '../collector';
import { list } from './call';
import { ec2 } from './clients';
import { inVpc } from './inVpc';
import { present } from './present';

export const networkInterfaces = collector({
  fact: 'networkInterfaces',
  needs: ['cluster'],
  aws: ['ec2:DescribeNetworkInterfaces'],
  async collect(access, given) {
    const { vpcId } = valueOf(given, 'cluster');
    const { client, paginateDescribeNetworkInterfaces } = await ec2(access);
    const found = await list(access, {
      action: 'ec2:DescribeNetworkInterfaces',
      about: `of ${vpcId}`,
      pages: options =>
        paginateDescribeNetworkInterfaces(
          { client, pageSize: 1000 },
          { Filters: inVpc(vpcId) },
          options,
        ),
      items: page => page.NetworkInterfaces,
    });
    return found.map(understand);
  },
});

function understand(found: NetworkInterface): LiveNetworkInterface {
  const { Groups = [], PrivateIpAddresses = [], Ipv4Prefixes = [] } = found;
  return {
    id: found.NetworkInterfaceId ?? '',
    subnetId: found.SubnetId ?? '',
    groupIds: present(Groups.map(({ GroupId }) => GroupId)),
    instanceId: found.Attachment?.InstanceId,
    privateAddresses: present(
      PrivateIpAddresses.map(({ PrivateIpAddress }) => PrivateIpAddress),
    ),
    prefixes: present(Ipv4Prefixes.map(({ Ipv4Prefix }) => Ipv4Prefix)),
    publicAddress: found.Association?.PublicIp,
    description: found.Description ?? '',
    type: found.InterfaceType ?? '',
  };
}
