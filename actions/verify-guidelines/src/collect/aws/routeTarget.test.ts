import { routeTarget } from './routeTarget';

describe('routeTarget', () => {
  it.each([
    [{ GatewayId: 'local' }, 'local'],
    [{ GatewayId: 'igw-1' }, 'internet'],
    [{ GatewayId: 'vgw-1' }, 'virtualPrivateGateway'],
    [{ GatewayId: 'vpce-1' }, 'endpoint'],
    [{ NatGatewayId: 'nat-1' }, 'nat'],
    [{ TransitGatewayId: 'tgw-1' }, 'transitGateway'],
    [{ VpcPeeringConnectionId: 'pcx-1' }, 'peering'],
    [{ EgressOnlyInternetGatewayId: 'eigw-1' }, 'egressOnlyInternet'],
    [{ NetworkInterfaceId: 'eni-1' }, 'interface'],
    [{ InstanceId: 'i-1', NetworkInterfaceId: 'eni-1' }, 'instance'],
    [{ CoreNetworkArn: 'arn:aws:networkmanager::1:core-network/1' }, 'other'],
    [{ CarrierGatewayId: 'cagw-1' }, 'other'],
    [{}, 'other'],
  ])('of %j is of the kind %s', (route, kind) => {
    const [id = ''] = Object.values(route);
    expect(routeTarget(route)).toEqual({ kind, id });
  });
});
