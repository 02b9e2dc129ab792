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

/** Where a route leads (https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Route.html). */
export function routeTarget(route: Route): LiveRoute['target'] {
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
