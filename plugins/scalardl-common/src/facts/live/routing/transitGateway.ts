import { type Fact, read, unreadable } from '../../fact';
import { certain } from '../../kubernetes/certainty';
import type { AddressSet } from '../../ranges/addressSet';
import type {
  LiveRouteTable,
  LiveSubnet,
  LiveTransitGatewayAttachment,
  LiveTransitGatewayRouteTable,
} from '../aws';
import { type Acceptance, wayBy } from './way';

/** A VPC, as far as its attachments to transit gateways are judged. */
export interface AttachedVpc {
  attachments: Fact<readonly LiveTransitGatewayAttachment[]>;
  /** What the side's own account may see of the gateways' tables. */
  gatewayTables: Fact<readonly LiveTransitGatewayRouteTable[]>;
  subnets: readonly LiveSubnet[];
}

/** Packets that a route hands to a transit gateway. */
export interface Crossing {
  gatewayId: string;
  /** The subnet that they leave. */
  subnetId: string;
  addresses: AddressSet;
}

/**
 * Whether a transit gateway takes packets from one VPC to another: both are attached to it, the zone of the subnet is
 * attached too, and the gateway's own routes lead on to the other attachment
 * (https://docs.aws.amazon.com/vpc/latest/tgw/how-transit-gateways-work.html).
 */
export function crosses(
  { gatewayId, subnetId, addresses }: Crossing,
  from: AttachedVpc,
  to: AttachedVpc,
): Acceptance {
  const [own, other] = [from, to].map(vpc => attachmentOf(vpc, gatewayId));
  if (typeof own === 'string') return { answer: 'unknown', why: own };
  if (typeof other === 'string') return { answer: 'unknown', why: other };
  if (own?.state !== 'available')
    return {
      answer: 'no',
      why: `its attachment is ${own?.state ?? 'not there'}`,
    };
  if (!other)
    return {
      answer: 'unknown',
      why: `the other VPC is not attached to ${gatewayId}, and what lies behind it was not read`,
    };
  if (other.state !== 'available')
    return { answer: 'no', why: `${other.id} is ${other.state}` };
  const zone = zoneOf(subnetId, from);
  if (!zone)
    return { answer: 'unknown', why: `the zone of ${subnetId} was not read` };
  if (!own.subnetIds.some(id => zoneOf(id, from) === zone))
    return {
      answer: 'no',
      why: `${own.id} has no subnet in ${zone}, the zone of ${subnetId}`,
    };
  const tables = tablesOf(gatewayId, [from, to]);
  if (!tables.ok) return { answer: 'unknown', why: tables.reason };
  const table = tables.value.find(each => each.attachmentIds.includes(own.id));
  if (!table)
    return {
      answer: 'no',
      why: `${own.id} is associated with no route table of ${gatewayId}`,
    };
  const { answer, detail } = wayBy(
    asRouteTable(table),
    {
      destination: addresses,
      accepts: ({ target }) => ({ answer: certain(target.id === other.id) }),
    },
    read([], 'transit gateway'),
  );
  return { answer, why: detail };
}

function attachmentOf(
  { attachments }: AttachedVpc,
  gatewayId: string,
): LiveTransitGatewayAttachment | undefined | string {
  if (!attachments.ok) return attachments.reason;
  const all = attachments.value.filter(
    ({ transitGatewayId }) => transitGatewayId === gatewayId,
  );
  // Ended ones stay listed for a while.
  return all.find(({ state }) => state === 'available') ?? all[0];
}

function zoneOf(subnetId: string, { subnets }: AttachedVpc) {
  return subnets.find(({ id }) => id === subnetId)?.zoneId;
}

/** Every table of a gateway: whichever of the two accounts owns it sees them all. */
function tablesOf(
  gatewayId: string,
  vpcs: readonly AttachedVpc[],
): Fact<LiveTransitGatewayRouteTable[]> {
  for (const { gatewayTables } of vpcs) {
    if (!gatewayTables.ok) continue;
    const all = gatewayTables.value.filter(
      ({ transitGatewayId }) => transitGatewayId === gatewayId,
    );
    if (all.length > 0) return read(all, gatewayTables.source);
  }
  const denied = vpcs.map(vpc => vpc.gatewayTables).find(fact => !fact.ok);
  return (
    denied ??
    unreadable(
      `the route tables of ${gatewayId} are shown to neither side; only its owner may read them`,
    )
  );
}

/** In the form of a VPC's table, so that one lookup serves both. */
function asRouteTable({
  id,
  transitGatewayId,
  routes,
}: LiveTransitGatewayRouteTable): LiveRouteTable {
  return {
    id: `${id} of ${transitGatewayId}`,
    main: false,
    subnetIds: [],
    tags: {},
    routes: routes.map(({ attachmentIds, ...route }) => ({
      ...route,
      target: { kind: 'other', id: [...new Set(attachmentIds)].join(' or ') },
    })),
  };
}
