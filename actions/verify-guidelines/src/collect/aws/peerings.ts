import type {
  VpcPeeringConnection,
  VpcPeeringConnectionVpcInfo,
} from '@aws-sdk/client-ec2';
import type {
  LivePeering,
  LivePeeringEnd,
} from '@scalardl-on-eks/plugin-scalardl-common';
import { collector, valueOf } from '../collector';
import type { SideAccess } from '../sideAccess';
import { list } from './call';
import { ec2 } from './clients';
import { present } from './present';

export const peerings = collector({
  fact: 'peerings',
  needs: ['cluster'],
  aws: ['ec2:DescribeVpcPeeringConnections'],
  async collect(access, given) {
    const { vpcId } = valueOf(given, 'cluster');
    const found = await Promise.all([
      readPeerings(access, { end: 'requester', vpcId }),
      readPeerings(access, { end: 'accepter', vpcId }),
    ]);
    // A VPC that is peered with itself stands in both.
    const byId = new Map(found.flat().map(peering => [peering.id, peering]));
    return [...byId.values()];
  },
});

/** Two filters of one call must both hold, so that either end is asked for by itself. */
async function readPeerings(
  access: SideAccess,
  { end, vpcId }: { end: 'requester' | 'accepter'; vpcId: string },
): Promise<LivePeering[]> {
  const { client, paginateDescribeVpcPeeringConnections } = await ec2(access);
  const found = await list(access, {
    action: 'ec2:DescribeVpcPeeringConnections',
    about: `with ${vpcId} as ${end}`,
    pages: options =>
      paginateDescribeVpcPeeringConnections(
        { client, pageSize: 1000 },
        { Filters: [{ Name: `${end}-vpc-info.vpc-id`, Values: [vpcId] }] },
        options,
      ),
    items: page => page.VpcPeeringConnections,
  });
  return found.map(understand);
}

function understand(peering: VpcPeeringConnection): LivePeering {
  return {
    id: peering.VpcPeeringConnectionId ?? '',
    status: peering.Status?.Code ?? '',
    message: peering.Status?.Message,
    requester: understandEnd(peering.RequesterVpcInfo),
    accepter: understandEnd(peering.AccepterVpcInfo),
  };
}

function understandEnd(end: VpcPeeringConnectionVpcInfo = {}): LivePeeringEnd {
  const every = present((end.CidrBlockSet ?? []).map(block => block.CidrBlock));
  return {
    vpcId: end.VpcId ?? '',
    accountId: end.OwnerId ?? '',
    region: end.Region ?? '',
    cidrs: every.length > 0 ? every : present([end.CidrBlock]),
    resolvesRemoteNames: end.PeeringOptions?.AllowDnsResolutionFromRemoteVpc,
  };
}
