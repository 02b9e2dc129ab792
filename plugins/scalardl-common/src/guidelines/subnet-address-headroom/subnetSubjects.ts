import { nodeCountOf } from '../../facts/clusterConfig/nodeCount';
import {
  type NodeGroup,
  instanceTypesOf,
  nodeGroups,
} from '../../facts/clusterConfig/nodeGroups';
import {
  type NodeSubnet,
  nodeSubnets,
} from '../../facts/clusterConfig/nodeSubnets';
import { type Fact, read, unreadable } from '../../facts/fact';
import type { SourceDocument } from '../../facts/sourceDocument';
import { addressesOf, normaliseCidr, toRange } from '../../network/cidr';
import { findInstanceType } from '../../network/instances';
import { subnetNeed } from '../../network/subnetNeed';
import type { Subject } from '../../report/report';
import {
  type AddressBounds,
  addressesPerNode,
  cniSettings,
} from './addressesPerNode';

/** One subject for each subnet of the nodes, with what all groups in it need together. */
export function subnetSubjects(clusterConfig: SourceDocument): Subject[] {
  const groups = nodeGroups(clusterConfig);
  const needs = groups.map(group => needOf(clusterConfig, group));
  const unclear = needs.findIndex(need => !need.ok);
  const failed = needs[unclear];
  if (failed && !failed.ok) {
    const group = groups[unclear];
    return [
      {
        id: group?.id ?? clusterConfig.path,
        verdict: 'unknown',
        detail: failed.reason,
        location: group?.locate('name'),
      },
    ];
  }
  const bySubnet = new Map<string, { subnet: NodeSubnet; needs: Need[] }>();
  for (const need of needs.flatMap(fact => (fact.ok ? [fact.value] : []))) {
    for (const subnet of need.subnets) {
      const entry = bySubnet.get(subnet.name) ?? { subnet, needs: [] };
      bySubnet.set(subnet.name, { subnet, needs: [...entry.needs, need] });
    }
  }
  return [...bySubnet.values()].map(judgeSubnet);
}

/** What one node group takes of each of its subnets. */
interface Need extends AddressBounds {
  subnets: readonly NodeSubnet[];
  /** Everything in a subnet that is no node. */
  beside: number;
  headroom: number;
}

function needOf(clusterConfig: SourceDocument, group: NodeGroup): Fact<Need> {
  const subnets = nodeSubnets(clusterConfig, group);
  if (!subnets.ok) return subnets;
  const settings = cniSettings(clusterConfig);
  if (!settings.ok) return settings;
  const names = instanceTypesOf(group);
  const count = nodeCountOf(group);
  if (!names || !count)
    return unreadable(`the types or the size of ${group.id} are not known`);
  const types = names.map(findInstanceType);
  const unknownType = names.find((_, index) => types[index] === undefined);
  if (unknownType)
    return unreadable(`${unknownType} is not in this program's table`);
  if (subnets.value.length === 0)
    return unreadable(`no subnet of ${group.id} is listed`);
  const needs = types
    .filter(type => type !== undefined)
    .map(instance => {
      const bounds = addressesPerNode(instance, settings.value, group);
      const need = subnetNeed({
        instance,
        maxNodes: count.maximum,
        zones: subnets.value.length,
      });
      return { need, bounds };
    });
  const [first] = needs;
  if (!first) return unreadable(`${group.id} names no instance type`);
  const { loadBalancer, controlPlane, reserved, headroom, nodesPerZone } =
    first.need;
  return read(
    {
      subnets: subnets.value,
      // Any of the types may be started, so the one with the most addresses counts.
      fewest:
        nodesPerZone * Math.max(...needs.map(({ bounds }) => bounds.fewest)),
      most: nodesPerZone * Math.max(...needs.map(({ bounds }) => bounds.most)),
      beside: loadBalancer + controlPlane + reserved,
      headroom,
    },
    clusterConfig.path,
  );
}

function judgeSubnet({
  subnet,
  needs,
}: {
  subnet: NodeSubnet;
  needs: readonly Need[];
}): Subject {
  const { name, cidr, location } = subnet;
  const range = cidr ? normaliseCidr(cidr) : undefined;
  if (!range) {
    const detail = `the range of ${name} is not known`;
    return { id: name, verdict: 'unknown', detail, location };
  }
  const size = addressesOf(toRange(range).prefix);
  const { beside = 0, headroom = 1 } = needs[0] ?? {};
  const needed = (key: 'fewest' | 'most') =>
    Math.ceil(
      (needs.reduce((sum, need) => sum + need[key], beside) *
        Math.round(headroom * 10)) /
        10,
    );
  const [fewest, most] = [needed('fewest'), needed('most')];
  const amount = fewest === most ? `${most}` : `${fewest} to ${most}`;
  const detail = `${name} has ${size} addresses, ${amount} are needed`;
  if (size >= most) return { id: name, verdict: 'pass', detail, location };
  return size < fewest
    ? { id: name, verdict: 'fail', detail, location }
    : {
        id: name,
        verdict: 'unknown',
        detail: `${detail}, by how many pods run on a node`,
        location,
      };
}
