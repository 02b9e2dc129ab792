import type { Subnet } from '@aws-sdk/client-ec2';
import type { LiveSubnet } from '@scalardl-on-eks/plugin-scalardl-common';
import { collector, valueOf } from '../collector';
import { list } from './call';
import { ec2 } from './clients';
import { inVpc } from './inVpc';
import { tagsOf } from './tags';

export const subnets = collector({
  fact: 'subnets',
  needs: ['cluster'],
  aws: ['ec2:DescribeSubnets'],
  async collect(access, given) {
    const { vpcId } = valueOf(given, 'cluster');
    const { client, paginateDescribeSubnets } = await ec2(access);
    const found = await list(access, {
      action: 'ec2:DescribeSubnets',
      about: `of ${vpcId}`,
      pages: options =>
        paginateDescribeSubnets(
          { client, pageSize: 1000 },
          { Filters: inVpc(vpcId) },
          options,
        ),
      items: page => page.Subnets,
    });
    return found.map(understand);
  },
});

function understand(subnet: Subnet): LiveSubnet {
  const { Ipv6CidrBlockAssociationSet = [] } = subnet;
  return {
    id: subnet.SubnetId ?? '',
    vpcId: subnet.VpcId ?? '',
    ownerId: subnet.OwnerId ?? '',
    zone: subnet.AvailabilityZone ?? '',
    zoneId: subnet.AvailabilityZoneId ?? '',
    cidr: subnet.CidrBlock ?? '',
    ipv6Cidrs: Ipv6CidrBlockAssociationSet.flatMap(
      ({ Ipv6CidrBlock, Ipv6CidrBlockState }) =>
        Ipv6CidrBlock && Ipv6CidrBlockState?.State === 'associated'
          ? [Ipv6CidrBlock]
          : [],
    ),
    availableAddresses: subnet.AvailableIpAddressCount ?? 0,
    assignsPublicAddresses: subnet.MapPublicIpOnLaunch ?? false,
    tags: tagsOf(subnet.Tags),
  };
}
