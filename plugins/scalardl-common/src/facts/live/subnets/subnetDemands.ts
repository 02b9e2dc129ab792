import type { AddressBounds } from '../../clusterConfig/addressesPerNode';
import { type Fact, read, unreadable } from '../../fact';
import type { PlainRecord } from '../../plain/plain';
import type { LiveSubnet } from '../aws';
import type { SideLiveFacts } from '../liveFacts';
import { isOn } from '../nodes/liveCniSettings';
import { type NodeDemand, nodeDemands } from './nodeDemands';
import { podSubnets } from './usedSubnets';

/** Addresses that the largest size takes of one subnet. */
export interface SubnetDemand {
  subnet: LiveSubnet;
  /** By nodes and pods. */
  nodes: AddressBounds;
  /** With load balancers, control plane, what AWS keeps, and the headroom; to compare with the subnet's size. */
  needed: AddressBounds;
}

/**
 * What is taken of every subnet. Pods take addresses of their node's subnet, unless custom networking gives them
 * others; subnets with the tag of the VPC CNI share the pods of their zone in a way that nobody can tell before.
 */
export function subnetDemands(
  facts: SideLiveFacts,
  settings: PlainRecord,
): Fact<SubnetDemand[]> {
  const { subnets } = facts;
  if (!subnets.ok) return subnets;
  const demands = nodeDemands(facts, settings);
  if (!demands.ok) return demands;
  const further = podSubnets(facts);
  const [gap] = further.gaps;
  if (gap !== undefined) return unreadable(gap);
  const custom = isOn(settings, 'AWS_VPC_K8S_CNI_CUSTOM_NETWORK_CFG');
  const ofPods = further.subnets
    .filter(
      ({ uses }) => custom === uses.some(use => use.startsWith('ENIConfig')),
    )
    .flatMap(({ id }) => subnets.value.find(subnet => subnet.id === id) ?? []);
  const shares = demands.value.flatMap(demand =>
    sharesOf(demand, { subnets: subnets.value, ofPods, custom }),
  );
  const lost = demands.value
    .flatMap(({ subnetIds }) => subnetIds)
    .find(id => !subnets.value.some(subnet => subnet.id === id));
  return lost
    ? unreadable(`${lost} is not among the subnets of the VPC`)
    : read(added(shares), demands.source);
}

/** What one group takes of one subnet. */
interface Share extends AddressBounds {
  subnet: LiveSubnet;
  /** Whatever runs: load balancers, control plane, what AWS keeps. */
  fixed: number;
  headroom: number;
}

function sharesOf(
  { subnetIds, need, perNode, perInterface, all }: NodeDemand,
  {
    subnets,
    ofPods,
    custom,
  }: {
    subnets: readonly LiveSubnet[];
    ofPods: readonly LiveSubnet[];
    custom: boolean;
  },
): Share[] {
  const { loadBalancer, controlPlane, reserved, headroom } = need;
  const nodes = need.nodesPerZone;
  const fixed = loadBalancer + controlPlane + reserved;
  // Under custom networking the first interface carries no pods.
  const carried = custom ? all - perInterface : all;
  const most = nodes * Math.min(perNode.most, carried);
  const fewest = nodes * Math.min(perNode.fewest, carried);
  return subnets
    .filter(({ id }) => subnetIds.includes(id))
    .flatMap((subnet): Share[] => {
      const others = ofPods.filter(
        ({ id, zoneId }) => zoneId === subnet.zoneId && id !== subnet.id,
      );
      const alone = others.length === 0 && !custom;
      return [
        {
          subnet,
          fixed,
          headroom,
          fewest: alone ? fewest : nodes,
          most: custom ? nodes : most,
        },
        ...others.map(other => ({
          subnet: other,
          fixed: reserved,
          headroom,
          // Several share the pods, and each may get all of them.
          fewest: custom && others.length === 1 ? fewest : 0,
          most,
        })),
      ];
    });
}

function added(shares: readonly Share[]): SubnetDemand[] {
  const bySubnet = new Map<string, Share>();
  for (const share of shares) {
    const known = bySubnet.get(share.subnet.id);
    bySubnet.set(
      share.subnet.id,
      known
        ? {
            ...known,
            fixed: Math.max(known.fixed, share.fixed),
            fewest: known.fewest + share.fewest,
            most: known.most + share.most,
          }
        : share,
    );
  }
  return [...bySubnet.values()].map(share => {
    const { subnet, fewest, most, fixed, headroom } = share;
    // In tenths, because 1.3 is no exact number.
    const needed = (addresses: number) =>
      Math.ceil(((addresses + fixed) * Math.round(headroom * 10)) / 10);
    return {
      subnet,
      nodes: { fewest, most },
      needed: { fewest: needed(fewest), most: needed(most) },
    };
  });
}
