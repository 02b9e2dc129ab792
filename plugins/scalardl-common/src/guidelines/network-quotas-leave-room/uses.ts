import type {
  LivePrefixList,
  LiveSecurityGroup,
  SideLiveFacts,
} from '../../facts/live';
import { effectiveTable } from '../../facts/live/routing';
import type { LiveSide } from '../../facts/live/security/liveSide';
import { standingInstances, trafficSubnets } from '../../facts/live/subnets';
import { type Weight, sum, weightOfRoute, weightsOfRule } from './weight';

/** How much of one quota is used. */
export interface Use extends Weight {
  id: string;
  what: string;
}

export interface Uses {
  uses: Use[];
  gaps: string[];
}

/** Only active peerings count for the quota; those in the making will. */
export function peeringUse({ peerings }: SideLiveFacts, vpcId: string): Uses {
  if (!peerings.ok) return { uses: [], gaps: [peerings.reason] };
  const used = peerings.value.filter(({ status }) =>
    ['active', 'provisioning'].includes(status),
  ).length;
  return { uses: [{ id: vpcId, what: 'peerings', used }], gaps: [] };
}

/** Of the tables that steer a subnet in use; IPv4 and IPv6 have the quota each, propagated routes another one. */
export function routeUses(from: LiveSide): Uses {
  const { routeTables, prefixLists } = from.facts;
  if (!routeTables.ok) return { uses: [], gaps: [routeTables.reason] };
  const { subnets, gaps } = trafficSubnets(from);
  const tables = new Set(
    subnets.flatMap(({ id }) => effectiveTable(id, routeTables.value) ?? []),
  );
  const lists = prefixLists.ok ? prefixLists.value : [];
  return {
    gaps,
    uses: [...tables].map(({ id, routes }) => {
      const weights = routes
        .filter(
          ({ propagated, destination }) =>
            !propagated && !destination.includes(':'),
        )
        .map(route => weightOfRoute(route, lists));
      return { id, what: 'IPv4 routes', ...sum(weights) };
    }),
  };
}

/** Of the groups of the cluster, its machines and load balancers; each direction has the quota. */
export function ruleUses(facts: SideLiveFacts): Uses {
  const { securityGroups, prefixLists } = facts;
  if (!securityGroups.ok) return { uses: [], gaps: [securityGroups.reason] };
  const { ids, gaps } = groupsInUse(facts);
  const lists = prefixLists.ok ? prefixLists.value : [];
  const groups = securityGroups.value.filter(({ id }) => ids.has(id));
  return { gaps, uses: groups.flatMap(group => usesOfGroup(group, lists)) };
}

function usesOfGroup(
  group: LiveSecurityGroup,
  lists: readonly LivePrefixList[],
): Use[] {
  const { id } = group;
  return (['ingress', 'egress'] as const).map(direction => ({
    id: `${id} ${direction}`,
    what: 'IPv4 rules',
    ...sum(group[direction].flatMap(rule => weightsOfRule(rule, lists))),
  }));
}

function groupsInUse({ cluster, instances, loadBalancers }: SideLiveFacts) {
  const ids = new Set<string>();
  const gaps: string[] = [];
  if (cluster.ok) {
    const { clusterSecurityGroupId: own, securityGroupIds } = cluster.value;
    [...(own ? [own] : []), ...securityGroupIds].forEach(id => ids.add(id));
  }
  if (instances.ok)
    standingInstances(instances.value)
      .flatMap(({ groupIds }) => groupIds)
      .forEach(id => ids.add(id));
  else gaps.push(instances.reason);
  if (loadBalancers.ok)
    loadBalancers.value
      .flatMap(({ securityGroupIds }) => securityGroupIds)
      .forEach(id => ids.add(id));
  else gaps.push(loadBalancers.reason);
  return { ids, gaps };
}
