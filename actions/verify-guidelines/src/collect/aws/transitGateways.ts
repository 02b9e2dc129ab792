import type {
  LiveTransitGatewayRoute,
  LiveTransitGatewayRouteTable,
} from '@scalardl-on-eks/plugin-scalardl-common';
import { collector, valueOf } from '../collector';
import type { SideAccess } from '../sideAccess';
import { forEach } from './batches';
import { list } from './call';
import { ec2 } from './clients';
import { inVpc } from './inVpc';
import { present } from './present';
import { routesOf } from './transitGatewayRoutes';

export const transitGatewayAttachments = collector({
  fact: 'transitGatewayAttachments',
  needs: ['cluster'],
  aws: ['ec2:DescribeTransitGatewayVpcAttachments'],
  async collect(access, given) {
    const { vpcId } = valueOf(given, 'cluster');
    const { client, ...sdk } = await ec2(access);
    const found = await list(access, {
      action: 'ec2:DescribeTransitGatewayVpcAttachments',
      about: `of ${vpcId}`,
      pages: options =>
        sdk.paginateDescribeTransitGatewayVpcAttachments(
          { client, pageSize: 1000 },
          { Filters: inVpc(vpcId) },
          options,
        ),
      items: page => page.TransitGatewayVpcAttachments,
    });
    return found.map(attachment => ({
      id: attachment.TransitGatewayAttachmentId ?? '',
      transitGatewayId: attachment.TransitGatewayId ?? '',
      state: attachment.State ?? '',
      subnetIds: attachment.SubnetIds ?? [],
    }));
  },
});

/** Beside the attachments, so that who may not read the tables still knows those. */
export const transitGatewayRouteTables = collector({
  fact: 'transitGatewayRouteTables',
  needs: ['transitGatewayAttachments'],
  aws: [
    'ec2:DescribeTransitGatewayRouteTables',
    'ec2:GetTransitGatewayRouteTableAssociations',
    'ec2:SearchTransitGatewayRoutes',
  ],
  async collect(access, given) {
    const attachments = valueOf(given, 'transitGatewayAttachments');
    const gateways = new Set(
      attachments.map(({ transitGatewayId }) => transitGatewayId),
    );
    // Nothing is asked where the VPC is attached to none.
    if (gateways.size === 0) return [];
    const found = await readTables(access, [...gateways]);
    return forEach(found, async table => ({
      ...table,
      attachmentIds: await readAssociations(access, table.id),
      routes: await readRoutes(access, table.id),
    }));
  },
});

type Table = Pick<LiveTransitGatewayRouteTable, 'id' | 'transitGatewayId'>;

async function readTables(
  access: SideAccess,
  gateways: string[],
): Promise<Table[]> {
  const { client, paginateDescribeTransitGatewayRouteTables } =
    await ec2(access);
  const found = await list(access, {
    action: 'ec2:DescribeTransitGatewayRouteTables',
    about: `of ${gateways.join(', ')}`,
    pages: options =>
      paginateDescribeTransitGatewayRouteTables(
        { client, pageSize: 1000 },
        { Filters: [{ Name: 'transit-gateway-id', Values: gateways }] },
        options,
      ),
    items: page => page.TransitGatewayRouteTables,
  });
  // Those that were deleted stay listed for a while.
  return found
    .filter(({ State }) => State === 'available')
    .map(table => ({
      id: table.TransitGatewayRouteTableId ?? '',
      transitGatewayId: table.TransitGatewayId ?? '',
    }));
}

async function readAssociations(
  access: SideAccess,
  tableId: string,
): Promise<string[]> {
  const { client, paginateGetTransitGatewayRouteTableAssociations } =
    await ec2(access);
  const found = await list(access, {
    action: 'ec2:GetTransitGatewayRouteTableAssociations',
    about: `of ${tableId}`,
    pages: options =>
      paginateGetTransitGatewayRouteTableAssociations(
        { client, pageSize: 1000 },
        { TransitGatewayRouteTableId: tableId },
        options,
      ),
    items: page => page.Associations,
  });
  const inForce = found.filter(({ State }) => State === 'associated');
  return present(inForce.map(each => each.TransitGatewayAttachmentId));
}

async function readRoutes(
  access: SideAccess,
  tableId: string,
): Promise<LiveTransitGatewayRoute[]> {
  const { client, paginateSearchTransitGatewayRoutes } = await ec2(access);
  const pages = await list(access, {
    action: 'ec2:SearchTransitGatewayRoutes',
    about: `of ${tableId}`,
    pages: options =>
      paginateSearchTransitGatewayRoutes(
        { client },
        {
          TransitGatewayRouteTableId: tableId,
          Filters: [{ Name: 'state', Values: ['active', 'blackhole'] }],
        },
        options,
      ),
    items: page => [page],
  });
  return routesOf(tableId, pages);
}
