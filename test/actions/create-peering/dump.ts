import {
  type Route,
  type Tag,
  type VpcPeeringConnection,
} from '@aws-sdk/client-ec2';
import type { TestNetwork } from './network.ts';

/**
 * What a test compares: everything that this action may change, with names instead of ids, so that two worlds
 * that differ only in their ids are equal.
 */
export interface World {
  peerings: string[];
  routes: Record<string, string[]>;
  rules: Record<string, string[]>;
}

/** The state of all networks, read with their owners' credentials. */
export async function dumpWorld(
  networks: readonly TestNetwork[],
): Promise<World> {
  const ids = new Map(networks.map(({ vpcId, name }) => [vpcId, name]));
  const read = await Promise.all(
    networks.map(async network => ({
      peerings: await peeringsOf(network),
      routes: await routesOf(network),
      rules: await rulesOf(network),
    })),
  );
  const all = read.flatMap(({ peerings }) => peerings);
  const live = [
    ...new Set(
      all
        .filter(isLive)
        .map(({ VpcPeeringConnectionId = '' }) => VpcPeeringConnectionId),
    ),
  ];
  live.forEach(id => {
    const peering = all.find(one => one.VpcPeeringConnectionId === id);
    ids.set(
      id,
      `peering ${end(peering, 'RequesterVpcInfo', ids)}→${end(peering, 'AccepterVpcInfo', ids)}`,
    );
  });
  const tell = (text: string) =>
    [...ids].reduce((told, [id, name]) => told.replaceAll(id, name), text);
  return {
    peerings: read
      .flatMap(({ peerings }, index) =>
        peerings
          .filter(isLive)
          .map(
            peering =>
              `${networks[index]?.name} sees ${tell(describe(peering))}`,
          ),
      )
      .sort(),
    routes: Object.assign(
      {},
      ...read.map(({ routes }) => mapValues(routes, tell)),
    ),
    rules: Object.assign(
      {},
      ...read.map(({ rules }) => mapValues(rules, tell)),
    ),
  };
}

function mapValues(
  record: Record<string, string[]>,
  tell: (text: string) => string,
) {
  return Object.fromEntries(
    Object.entries(record).map(([key, values]) => [
      key,
      values.map(tell).sort(),
    ]),
  );
}

const LIVE = [
  'initiating-request',
  'pending-acceptance',
  'provisioning',
  'active',
  'deleting',
];

function isLive({ Status }: VpcPeeringConnection): boolean {
  return LIVE.includes(Status?.Code ?? '');
}

function end(
  peering: VpcPeeringConnection | undefined,
  side: 'RequesterVpcInfo' | 'AccepterVpcInfo',
  ids: ReadonlyMap<string, string>,
): string {
  const id = peering?.[side]?.VpcId ?? '';
  return ids.get(id) ?? id;
}

function describe(peering: VpcPeeringConnection): string {
  const {
    VpcPeeringConnectionId,
    Status,
    Tags,
    RequesterVpcInfo,
    AccepterVpcInfo,
  } = peering;
  const dns = [RequesterVpcInfo, AccepterVpcInfo].map(
    info => info?.PeeringOptions?.AllowDnsResolutionFromRemoteVpc ?? '-',
  );
  return `${VpcPeeringConnectionId} ${Status?.Code} dns ${dns.join('/')} ${tagText(Tags)}`;
}

function tagText(tags: readonly Tag[] = []): string {
  return tags
    .map(({ Key, Value }) => `${Key}=${Value}`)
    .sort()
    .join(' ');
}

async function peeringsOf({
  client,
  vpcId,
}: TestNetwork): Promise<VpcPeeringConnection[]> {
  const { VpcPeeringConnections = [] } =
    await client.describeVpcPeeringConnections({});
  return VpcPeeringConnections.filter(({ RequesterVpcInfo, AccepterVpcInfo }) =>
    [RequesterVpcInfo?.VpcId, AccepterVpcInfo?.VpcId].includes(vpcId),
  );
}

async function routesOf(
  network: TestNetwork,
): Promise<Record<string, string[]>> {
  const { client, vpcId, name, privateTables, publicTable } = network;
  const { RouteTables = [] } = await client.describeRouteTables({
    Filters: [{ Name: 'vpc-id', Values: [vpcId] }],
  });
  const nameOf = (id: string) => {
    if (id === publicTable) return 'public';
    const index = privateTables.indexOf(id);
    return index < 0 ? 'main' : `private ${index}`;
  };
  return Object.fromEntries(
    RouteTables.map(({ RouteTableId = '', Routes = [], Tags }) => [
      `${name} ${nameOf(RouteTableId)}`,
      [
        ...Routes.map(describeRoute),
        ...(Tags?.length ? [`tags ${tagText(Tags)}`] : []),
      ],
    ]),
  );
}

function describeRoute(route: Route): string {
  const target =
    route.VpcPeeringConnectionId ??
    route.GatewayId?.replace(/^igw-.*/, 'igw') ??
    route.NatGatewayId ??
    route.TransitGatewayId ??
    route.NetworkInterfaceId;
  return `${route.DestinationCidrBlock} → ${target} ${route.State}`;
}

async function rulesOf({
  client,
  name,
  group,
}: TestNetwork): Promise<Record<string, string[]>> {
  const { SecurityGroupRules = [] } = await client.describeSecurityGroupRules({
    Filters: [{ Name: 'group-id', Values: [group] }],
  });
  return {
    [`${name} group`]: SecurityGroupRules.filter(
      ({ IsEgress }) => !IsEgress,
    ).map(
      rule =>
        `${rule.IpProtocol} ${rule.FromPort}-${rule.ToPort} from ${rule.CidrIpv4 ?? rule.ReferencedGroupInfo?.GroupId?.replace(group, 'itself')} "${rule.Description ?? ''}" ${tagText(rule.Tags)}`,
    ),
  };
}
