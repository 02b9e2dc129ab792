import type { Vpc } from '@aws-sdk/client-ec2';
import { collector, valueOf } from '../collector';
import { list } from './call';
import { ec2 } from './clients';
import { inVpc } from './inVpc';

export const vpc = collector({
  fact: 'vpc',
  needs: ['cluster'],
  aws: ['ec2:DescribeVpcs'],
  async collect(access, given) {
    const { vpcId } = valueOf(given, 'cluster');
    const { client, paginateDescribeVpcs } = await ec2(access);
    const [found] = await list(access, {
      action: 'ec2:DescribeVpcs',
      about: `of ${vpcId}`,
      pages: options =>
        paginateDescribeVpcs({ client }, { Filters: inVpc(vpcId) }, options),
      items: page => page.Vpcs,
    });
    if (!found) {
      throw new Error(
        `ec2:DescribeVpcs: expected ${vpcId}, in which the cluster stands, found no such VPC.`,
      );
    }
    return {
      id: vpcId,
      ownerId: found.OwnerId ?? '',
      cidrs: cidrsOf(found),
      ipv6Cidrs: ipv6CidrsOf(found),
    };
  },
});

function cidrsOf({ CidrBlockAssociationSet = [] }: Vpc): string[] {
  return CidrBlockAssociationSet.flatMap(({ CidrBlock, CidrBlockState }) =>
    CidrBlock && CidrBlockState?.State === 'associated' ? [CidrBlock] : [],
  );
}

function ipv6CidrsOf({ Ipv6CidrBlockAssociationSet = [] }: Vpc): string[] {
  return Ipv6CidrBlockAssociationSet.flatMap(
    ({ Ipv6CidrBlock, Ipv6CidrBlockState }) =>
      Ipv6CidrBlock && Ipv6CidrBlockState?.State === 'associated'
        ? [Ipv6CidrBlock]
        : [],
  );
}
