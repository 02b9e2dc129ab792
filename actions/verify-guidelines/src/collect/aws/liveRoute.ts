import type { Route } from '@aws-sdk/client-ec2';
import type { LiveRoute } from '@scalardl-on-eks/plugin-scalardl-common';

type Kind = LiveRoute['target']['kind'];

/** The kinds by the prefix of an id; a route's `GatewayId` alone may hold four of them. */
const KINDS: readonly [prefix: string, kind: Kind][] = [
  ['local', 'local'],
  ['pcx-', 'peering'],
  ['tgw-', 'transitGateway'],
  ['nat-', 'nat'],
  ['igw-', 'internet'],
  ['eigw-', 'egressOnlyInternet'],
  ['vpce-', 'endpoint'],
  ['i-', 'instance'],
  ['eni-', 'interface'],
  ['vgw-', 'virtualPrivateGateway'],
];

/** What made a route that nobody wrote (https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Route.html). */
const LEARNED = ['EnableVgwRoutePropagation', 'Advertisement'];

/** A route as AWS lists it, in the words of the facts. */
export function liveRoute(route: Route): LiveRoute {
  return {
    destination:
      route.DestinationCidrBlock ??
      route.DestinationIpv6CidrBlock ??
      route.DestinationPrefixListId ??
      '',
    target: targetOf(route),
    // Whatever is not active forwards nothing.
    state: route.State === 'active' ? 'active' : 'blackhole',
    ...(LEARNED.includes(route.Origin ?? '') && { propagated: true }),
  };
}

function targetOf(route: Route): LiveRoute['target'] {
  const id =
    route.VpcPeeringConnectionId ??
    route.TransitGatewayId ??
    route.NatGatewayId ??
    route.EgressOnlyInternetGatewayId ??
    // A route to an instance names its interface too.
    route.InstanceId ??
    route.NetworkInterfaceId ??
    route.LocalGatewayId ??
    route.CarrierGatewayId ??
    route.CoreNetworkArn ??
    route.GatewayId ??
    '';
  const [, kind = 'other'] =
    KINDS.find(([prefix]) => id.startsWith(prefix)) ?? [];
  return { kind, id };
}
