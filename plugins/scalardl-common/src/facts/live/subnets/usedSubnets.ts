import type { Fact } from '../../fact';
import { textOf } from '../../plain/plain';
import type { LiveInstance } from '../aws';
import type { SideLiveFacts } from '../liveFacts';
import { isFargate, isHybrid } from '../nodes/nodeKind';

/** A subnet in which something of the side stands. */
export interface UsedSubnet {
  id: string;
  /** What stands there, such as `nodes`. */
  uses: string[];
}

export interface UsedSubnets {
  subnets: UsedSubnet[];
  /** Why there may be more: what was not read. */
  gaps: string[];
}

/** Machines that run or may run again. */
export function standingInstances(
  instances: readonly LiveInstance[],
): LiveInstance[] {
  return instances.filter(
    ({ state }) => !['terminated', 'shutting-down'].includes(state),
  );
}

/**
 * Every subnet in which the side's nodes and pods stand, or start: those of the machines, which are found by tags
 * and by nodes, of their interfaces, of node groups, of Fargate profiles, and those that custom networking or the
 * tag of the VPC CNI gives to pods.
 */
export function nodeSubnets(facts: SideLiveFacts): UsedSubnets {
  return together([
    machineSubnets(facts),
    interfaceSubnets(facts),
    from(facts.nodeGroups, groups =>
      groups
        .filter(({ scaling }) => scaling.max > 0)
        .flatMap(({ name, subnetIds }) =>
          subnetIds.map(id => use(id, `node group ${name}`)),
        ),
    ),
    from(facts.fargateProfiles, profiles =>
      profiles.flatMap(({ name, subnetIds }) =>
        subnetIds.map(id => use(id, `Fargate profile ${name}`)),
      ),
    ),
    podSubnets(facts),
  ]);
}

/** The subnets that only pods use: by ENIConfig, or by the tag of the VPC CNI. */
export function podSubnets(facts: SideLiveFacts): UsedSubnets {
  return together([
    from(facts.eniConfigs, configs =>
      configs.flatMap(({ metadata, spec }) => {
        const id = textOf(spec?.subnet);
        return id ? [use(id, `ENIConfig ${metadata.name}`)] : [];
      }),
    ),
    from(facts.subnets, subnets =>
      subnets
        .filter(({ tags }) => tags['kubernetes.io/role/cni'] === '1')
        .map(({ id }) => use(id, 'pods, by the tag kubernetes.io/role/cni')),
    ),
  ]);
}

/** The subnets that any of the parts names, each once. */
export function together(parts: readonly UsedSubnets[]): UsedSubnets {
  const uses = new Map<string, Set<string>>();
  for (const subnet of parts.flatMap(part => part.subnets)) {
    const known = uses.get(subnet.id) ?? new Set<string>();
    uses.set(subnet.id, known);
    subnet.uses.forEach(each => known.add(each));
  }
  return {
    subnets: [...uses].map(([id, names]) => ({ id, uses: [...names] })),
    gaps: [...new Set(parts.flatMap(part => part.gaps))],
  };
}

/** Nodes that no machine was found for are a gap: their subnets are not known. */
function machineSubnets({ instances, nodes }: SideLiveFacts): UsedSubnets {
  if (!instances.ok) return { subnets: [], gaps: [instances.reason] };
  const found = new Set(instances.value.map(({ id }) => id));
  const lost = from(nodes, list =>
    list
      .filter(node => !isFargate(node) && !isHybrid(node))
      .filter(({ instanceId }) => !instanceId || !found.has(instanceId))
      .map(({ name }) => use(name, 'node')),
  );
  return {
    subnets: standingInstances(instances.value).map(({ subnetId }) =>
      use(subnetId, 'nodes'),
    ),
    gaps: [
      ...lost.gaps,
      ...lost.subnets.map(({ id }) => `the machine of ${id} was not found`),
    ],
  };
}

function interfaceSubnets(facts: SideLiveFacts): UsedSubnets {
  const { instances, networkInterfaces } = facts;
  const machines = new Set(
    instances.ok ? standingInstances(instances.value).map(({ id }) => id) : [],
  );
  return from(networkInterfaces, list =>
    list
      .filter(({ instanceId }) => instanceId && machines.has(instanceId))
      .map(({ subnetId }) => use(subnetId, 'nodes')),
  );
}

function from<T>(fact: Fact<T>, read: (value: T) => UsedSubnet[]): UsedSubnets {
  return fact.ok
    ? { subnets: read(fact.value), gaps: [] }
    : { subnets: [], gaps: [fact.reason] };
}

function use(id: string, what: string): UsedSubnet {
  return { id, uses: [what] };
}
