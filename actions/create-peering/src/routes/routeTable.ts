import {
  DescribeRouteTablesCommand,
  type Route as AwsRoute,
  type RouteTable as AwsRouteTable,
} from '@aws-sdk/client-ec2';
import { type Account, call, pages } from '../aws/account';
import { tagsOf } from '../aws/tags';

/** An IPv4 route to a range; routes to prefix lists and IPv6 ranges are none of these. */
export interface Route {
  destination: string;
  /** Id of what it leads to. */
  target: string;
  /** Leads nowhere, because its target is gone. */
  isBlackhole: boolean;
  /** Came by itself, from the VPC or a gateway; counts for no quota. */
  isPropagated: boolean;
}

export interface RouteTable {
  id: string;
  /** Ids of the subnets that are associated with it. */
  subnets: readonly string[];
  isMain: boolean;
  /** Leads to the internet. */
  isPublic: boolean;
  routes: readonly Route[];
  tags: ReadonlyMap<string, string>;
}

/** Every route table of a VPC, in one listing. */
export function readRouteTables(
  account: Account,
  vpcId: string,
): Promise<RouteTable[]> {
  return pages(async NextToken => {
    const page = await call(
      account,
      { action: 'ec2:DescribeRouteTables', about: `of ${vpcId}` },
      () =>
        account.ec2.send(
          new DescribeRouteTablesCommand({
            Filters: [{ Name: 'vpc-id', Values: [vpcId] }],
            NextToken,
          }),
        ),
    );
    return {
      NextToken: page.NextToken,
      items: (page.RouteTables ?? []).map(toTable),
    };
  });
}

function toTable(table: AwsRouteTable): RouteTable {
  const associations = table.Associations ?? [];
  const routes = table.Routes ?? [];
  return {
    id: table.RouteTableId ?? '',
    subnets: associations.flatMap(({ SubnetId }) => SubnetId ?? []),
    isMain: associations.some(({ Main }) => Main),
    isPublic: routes.some(({ GatewayId }) => GatewayId?.startsWith('igw-')),
    routes: routes.flatMap(toRoute),
    tags: tagsOf(table.Tags),
  };
}

function toRoute(route: AwsRoute): Route[] {
  const { DestinationCidrBlock: destination, State, Origin } = route;
  if (!destination) return [];
  const target =
    route.VpcPeeringConnectionId ??
    route.TransitGatewayId ??
    route.NatGatewayId ??
    route.NetworkInterfaceId ??
    route.InstanceId ??
    route.LocalGatewayId ??
    route.CarrierGatewayId ??
    route.CoreNetworkArn ??
    route.GatewayId ??
    'an unknown target';
  return [
    {
      destination,
      target,
      isBlackhole: State === 'blackhole',
      isPropagated: Origin !== undefined && Origin !== 'CreateRoute',
    },
  ];
}
