import { liveRoute } from './liveRoute';

describe('liveRoute', () => {
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
    expect(liveRoute(route).target).toEqual({ kind, id });
  });

  const range = '10.2.0.0/20';

  it.each([
    [{ DestinationCidrBlock: range }, range],
    [{ DestinationIpv6CidrBlock: '::/0' }, '::/0'],
    [{ DestinationPrefixListId: 'pl-1' }, 'pl-1'],
  ])('of %j has its destination', (route, destination) => {
    expect(liveRoute(route)).toMatchObject({ destination });
  });

  it.each([
    ['active', 'active'],
    ['blackhole', 'blackhole'],
    // What AWS adds some day forwards nothing that is known.
    ['filtered', 'blackhole'],
  ] as const)('in the state %s is %s', (State, state) => {
    expect(liveRoute({ State: State as 'active' }).state).toBe(state);
  });

  it.each([
    ['CreateRouteTable', undefined],
    ['CreateRoute', undefined],
    ['EnableVgwRoutePropagation', true],
    ['Advertisement', true],
  ] as const)('made by %s is learned: %s', (Origin, propagated) => {
    expect(liveRoute({ Origin }).propagated).toBe(propagated);
  });
});
