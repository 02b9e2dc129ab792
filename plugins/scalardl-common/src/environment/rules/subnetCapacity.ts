import { addressesOf, toRange } from '../../network/cidr';
import { VPC_PREFIX, subnetPrefix } from '../../network/split';
import {
  explainSubnetNeed,
  mostNodes,
  smallestVpcPrefix,
  subnetNeed,
} from '../../network/subnetNeed';
import type { InstanceType } from '../../network/instances';
import { valueAt } from '../source/valueAt';
import { knownTypes } from './knownTypes';
import { type Breach, type Rule, type SideEntry, sidesOf } from './rule';
import { smallestZone } from './subnets';

/** The private subnets of a side hold the addresses of its nodes, its load balancer and the control plane. */
export const subnetCapacity: Rule = environment =>
  sidesOf(environment).flatMap(entry => {
    const instance = mostAddresses(entry);
    const maxNodes = entry.parts.nodes?.max;
    if (!instance || maxNodes === undefined || hasOverlay(entry)) return [];
    return [
      ...newVpc(entry, { instance, maxNodes }),
      ...existingVpc(entry, { instance, maxNodes }),
    ];
  });

/** Whether an overlay changes how many addresses a node takes, or where: the plan stage then judges what comes out. */
function hasOverlay({ parts }: SideEntry): boolean {
  return ['addons', 'managedNodeGroups', 'vpc'].some(
    key => valueAt(parts.eksctl, [key]) !== undefined,
  );
}

interface Nodes {
  instance: InstanceType;
  maxNodes: number;
}

/** The type whose nodes take the most addresses, `undefined` where that cannot be told. */
function mostAddresses({ parts }: SideEntry): InstanceType | undefined {
  return knownTypes(parts).sort(
    (one, other) =>
      other.networkInterfaces * other.addressesPerInterface -
      one.networkInterfaces * one.addressesPerInterface,
  )[0];
}

function newVpc({ parts, path }: SideEntry, nodes: Nodes): Breach[] {
  const { cidr, zones } = parts.network ?? {};
  if (cidr === undefined || !zones || zones.includes(undefined)) return [];
  const vpc = toRange(cidr);
  if (vpc.prefix > VPC_PREFIX.longest) return [];
  const query = { ...nodes, zones: zones.length };
  const prefix = subnetPrefix(vpc.prefix, zones.length);
  const need = subnetNeed(query);
  if (addressesOf(prefix) >= need.needed) return [];
  const smallest = smallestVpcPrefix(query);
  const most = mostNodes({ ...query, prefix });
  return [
    {
      path: [...path, 'network', 'cidr'],
      guideline: 'subnet-address-headroom',
      expected: `private subnets for ${explainSubnetNeed(need)}`,
      received: `${cidr}, which eksctl cuts into subnets of /${prefix} with ${addressesOf(prefix)} addresses`,
      remedy: [
        smallest === undefined
          ? 'Spread the nodes over more pairs'
          : `Choose a range of /${smallest} or larger`,
        ...(most > 0 ? [`or lower nodes.max to ${most}`] : []),
      ]
        .join(', ')
        .concat('.'),
    },
  ];
}

function existingVpc(entry: SideEntry, nodes: Nodes): Breach[] {
  const zone = smallestZone(entry);
  if (!zone) return [];
  const need = subnetNeed({ ...nodes, zones: zone.zones });
  if (zone.addresses >= need.needed) return [];
  return [
    {
      path: [...entry.path, 'network', 'existing', 'privateSubnets'],
      guideline: 'subnet-address-headroom',
      expected: `private subnets in each zone for ${explainSubnetNeed(need)}`,
      received: `${zone.addresses} addresses in ${zone.zone}`,
      remedy: `Name more or larger private subnets of ${zone.zone}, or lower nodes.max.`,
    },
  ];
}
