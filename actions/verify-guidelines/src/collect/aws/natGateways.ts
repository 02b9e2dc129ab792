import type { NatGateway } from '@aws-sdk/client-ec2';
import type { LiveNatGateway } from '@scalardl-on-eks/plugin-scalardl-common';
import { collector, valueOf } from '../collector';
import { list } from './call';
import { ec2 } from './clients';
import { inVpc } from './inVpc';

export const natGateways = collector({
  fact: 'natGateways',
  needs: ['cluster'],
  aws: ['ec2:DescribeNatGateways'],
  async collect(access, given) {
    const { vpcId } = valueOf(given, 'cluster');
    const { client, paginateDescribeNatGateways } = await ec2(access);
    const found = await list(access, {
      action: 'ec2:DescribeNatGateways',
      about: `of ${vpcId}`,
      pages: options =>
        paginateDescribeNatGateways(
          { client, pageSize: 1000 },
          { Filter: inVpc(vpcId) },
          options,
        ),
      items: page => page.NatGateways,
    });
    return found.map(liveNatGateway);
  },
});

/** A gateway as AWS lists it, in the words of the facts. */
export function liveNatGateway(gateway: NatGateway): LiveNatGateway {
  return {
    id: gateway.NatGatewayId ?? '',
    subnetId: gateway.SubnetId ?? '',
    state: gateway.State ?? '',
    connectivity: gateway.ConnectivityType ?? '',
    availabilityMode: gateway.AvailabilityMode,
  };
}
