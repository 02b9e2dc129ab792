import type { LiveNetworkAcl, LiveTargetGroup } from '../aws';
import { placesOf, rangesOf } from '../balancers/places';
import {
  type TargetFacts,
  groupsBehind,
  seesCallers,
  targetsOf,
} from '../balancers/targetGroups';
import type { Way } from '../ports/ways';
import type { End } from './aclEnd';
import { aclGates } from './aclGates';
import type { Gate } from './gate';
import { insideLegs } from './podGates';
import type { ProductInterfaces } from './productInterfaces';

/** What is known of a side that is called. */
export interface AclFacts {
  acls: readonly LiveNetworkAcl[];
  targets: TargetFacts;
  interfaces: ProductInterfaces;
}

/** The network ACLs from callers to a load balancer, on to its targets, and from node to node. */
export function aclsOfWay(way: Way, callers: End, facts: AclFacts): Gate[] {
  const { balancer, port, targetPort } = way;
  const { acls, targets, interfaces } = facts;
  const balancerEnd: End = {
    title: `load balancer ${balancer.name}`,
    places: placesOf(balancer, targets),
    acls,
  };
  // Callers of one that faces the internet come from addresses that nothing here shows.
  const seen: End =
    balancer.scheme === 'internal'
      ? callers
      : { ...callers, shown: ['0.0.0.0/0'], vague: true };
  return [
    ...aclGates({ from: seen, to: balancerEnd, port }),
    ...groupsBehind(way).flatMap(group =>
      targetGates(group, { balancerEnd, seen, facts }),
    ),
    ...insideLegs(way, interfaces).flatMap(({ from, to }) =>
      aclGates({
        from: { title: 'nodes', places: from, acls },
        to: { title: 'nodes', places: to, acls },
        port: targetPort,
      }),
    ),
  ];
}

function targetGates(
  group: LiveTargetGroup,
  {
    balancerEnd,
    seen,
    facts,
  }: { balancerEnd: End; seen: End; facts: AclFacts },
): Gate[] {
  const targets = targetsOf(group, facts.targets);
  const id = `targets of ${balancerEnd.title}`;
  if (!targets.ok) return [{ id, answer: 'unknown', detail: targets.reason }];
  const from = {
    yes: asCallers(balancerEnd, seen),
    no: balancerEnd,
    unknown: asEither(balancerEnd, seen),
  }[seesCallers(group)];
  const ports = new Set(targets.value.map(({ port }) => port));
  return [...ports].flatMap(port => {
    const places = targets.value.filter(target => target.port === port);
    const to: End = { title: 'targets', places, acls: facts.acls };
    return aclGates({ from, to, port });
  });
}

/** The load balancer where it shows its targets the addresses of its callers. */
function asCallers(balancer: End, { shown, places, vague }: End): End {
  return { ...balancer, shown: shown ?? rangesOf(places), vague };
}

function asEither(balancer: End, callers: End): End {
  const { shown = [] } = asCallers(balancer, callers);
  return {
    ...balancer,
    shown: [...rangesOf(balancer.places), ...shown],
    vague: true,
  };
}

/** Each gate once, with its worst answer: two ports share the way back. */
export function once(gates: readonly Gate[]): Gate[] {
  const worstFirst = (['no', 'unknown', 'yes'] as const).flatMap(answer =>
    gates.filter(gate => gate.answer === answer),
  );
  return [
    ...new Map(worstFirst.reverse().map(gate => [gate.id, gate])).values(),
  ];
}
