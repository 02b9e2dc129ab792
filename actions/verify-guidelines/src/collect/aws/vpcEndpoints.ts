import { collector, valueOf } from '../collector';
import { list } from './call';
import { ec2 } from './clients';
import { inVpc } from './inVpc';
import { present } from './present';

export const vpcEndpoints = collector({
  fact: 'vpcEndpoints',
  needs: ['cluster'],
  aws: ['ec2:DescribeVpcEndpoints'],
  async collect(access, given) {
    const { vpcId } = valueOf(given, 'cluster');
    const { client, paginateDescribeVpcEndpoints } = await ec2(access);
    const found = await list(access, {
      action: 'ec2:DescribeVpcEndpoints',
      about: `of ${vpcId}`,
      pages: options =>
        paginateDescribeVpcEndpoints(
          { client, pageSize: 1000 },
          { Filters: inVpc(vpcId) },
          options,
        ),
      items: page => page.VpcEndpoints,
    });
    return found.map(endpoint => ({
      id: endpoint.VpcEndpointId ?? '',
      service: endpoint.ServiceName ?? '',
      type: endpoint.VpcEndpointType ?? '',
      // The API's documentation writes `Available`, its answers `available`.
      state: endpoint.State?.toLowerCase() ?? '',
      privateDns:
        endpoint.VpcEndpointType === 'Interface'
          ? endpoint.PrivateDnsEnabled
          : undefined,
      subnetIds: endpoint.SubnetIds ?? [],
      routeTableIds: endpoint.RouteTableIds ?? [],
      groupIds: present((endpoint.Groups ?? []).map(({ GroupId }) => GroupId)),
    }));
  },
});
