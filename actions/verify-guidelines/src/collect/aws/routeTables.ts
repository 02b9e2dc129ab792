import type { RouteTable } from '@aws-sdk/client-ec2';
import type { LiveRouteTable } from '@scalardl-on-eks/plugin-scalardl-common';
import { collector, valueOf } from '../collector';
import { list } from './call';
import { ec2 } from './clients';
import { inVpc } from './inVpc';
import { liveRoute } from './liveRoute';
import { present } from './present';
import { tagsOf } from './tags';

export const routeTables = collector({
  fact: 'routeTables',
  needs: ['cluster'],
  aws: ['ec2:DescribeRouteTables'],
  async collect(access, given) {
    const { vpcId } = valueOf(given, 'cluster');
    const { client, paginateDescribeRouteTables } = await ec2(access);
    const found = await list(access, {
      action: 'ec2:DescribeRouteTables',
      about: `of ${vpcId}`,
      pages: options =>
        paginateDescribeRouteTables(
          { client, pageSize: 100 },
          { Filters: inVpc(vpcId) },
          options,
        ),
      items: page => page.RouteTables,
    });
    return found.map(understand);
  },
});

function understand(table: RouteTable): LiveRouteTable {
  const associations = (table.Associations ?? []).filter(
    // An association that failed or is on its way out no longer decides; absent in regions that do not tell.
    ({ AssociationState }) =>
      !['failed', 'disassociated'].includes(AssociationState?.State ?? ''),
  );
  return {
    id: table.RouteTableId ?? '',
    main: associations.some(({ Main }) => Main),
    subnetIds: present(associations.map(({ SubnetId }) => SubnetId)),
    routes: (table.Routes ?? []).map(liveRoute),
    tags: tagsOf(table.Tags),
  };
}
