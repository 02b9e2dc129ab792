import {
  RESERVED_ADDRESSES,
  type InstanceType,
  type Subnet,
  type SubnetNeed,
  addressesOf,
  addressesPerNode,
  findInstanceType,
  mostNodes,
  splitVpc,
  subnetNeed,
} from '@scalardl-on-eks/plugin-scalardl-common';
import type { SideContext } from './formData';
import type { AddressPlanValue } from './schema';

/** Type that capacity is shown for where neither form nor template names one. */
const ASSUMED_TYPE = 'm7i.xlarge';

/** What eksctl makes of a side's range. */
export type SideSubnets =
  | { ok: false; reason: string }
  | {
      ok: true;
      subnets: Subnet[];
      /** Addresses that machines and pods can have in each subnet. */
      usable: number;
      nodes: NodeRoom;
    };

/** How many nodes fit. */
export type NodeRoom =
  | { known: false; unknownType: string }
  | {
      known: true;
      instanceType: string;
      /** Whether nobody named the type. */
      assumed: boolean;
      most: number;
      wanted: number | undefined;
      need: SubnetNeed | undefined;
    };

export function sideSubnets(
  { cidr, zones }: AddressPlanValue['ledger'],
  context: SideContext,
): SideSubnets {
  const split = splitVpc(cidr, zones);
  if (!split.ok) return split;
  const prefix = split.subnets[0]?.range.prefix ?? 32;
  return {
    ok: true,
    subnets: split.subnets,
    usable: addressesOf(prefix) - RESERVED_ADDRESSES,
    nodes: nodeRoom(context, { prefix, zones: zones.length }),
  };
}

function nodeRoom(
  { instanceTypes, maxNodes }: SideContext,
  subnets: { prefix: number; zones: number },
): NodeRoom {
  const names = instanceTypes.length > 0 ? instanceTypes : [ASSUMED_TYPE];
  const types = names.map(findInstanceType);
  const unknown = types.findIndex(type => !type);
  const instance = largest(types);
  if (unknown >= 0 || !instance)
    return { known: false, unknownType: names[unknown] ?? '' };
  const query = { instance, ...subnets };
  return {
    known: true,
    instanceType: instance.name,
    assumed: instanceTypes.length === 0,
    most: mostNodes(query),
    wanted: maxNodes,
    need:
      maxNodes === undefined ? undefined : subnetNeed({ ...query, maxNodes }),
  };
}

/** Whether enough is known of a side's nodes to say that its subnets are too small. */
export function isCapacityJudged(context: SideContext): boolean {
  const { instanceTypes, maxNodes } = context;
  return (
    maxNodes !== undefined &&
    instanceTypes.length > 0 &&
    instanceTypes.every(name => findInstanceType(name) !== undefined)
  );
}

/** The type whose nodes take the most addresses. */
function largest(
  types: (InstanceType | undefined)[],
): InstanceType | undefined {
  return types
    .filter(type => type !== undefined)
    .sort((one, other) => addressesPerNode(other) - addressesPerNode(one))[0];
}
