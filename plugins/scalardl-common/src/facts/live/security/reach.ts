import type { Fact } from '../../fact';
import type { SourceDocument } from '../../sourceDocument';
import type { TargetFacts } from '../balancers/targetGroups';
import type { Way } from '../ports/ways';
import { balancerGate } from './balancerGates';
import { between } from './between';
import { type Entrance, entranceOf } from './entrance';
import { type Gate, unreadGate } from './gate';
import { type LiveSide, allRead, groupBookOf } from './liveSide';
import type { Peer } from './peer';
import {
  entryPolicyGate,
  envoyPolicyGates,
  insideLegs,
  sourcesSeenByPods,
} from './podGates';
import { type ProductInterfaces, productInterfaces } from './productInterfaces';
import { policiesOf, targetFactsOf } from './sideFacts';
import { targetGate } from './targetGates';

/** What is known behind the load balancers of a side. */
interface Behind {
  side: LiveSide;
  product: Entrance['product'];
  targets: Fact<TargetFacts>;
  interfaces: Fact<ProductInterfaces>;
  policies: Fact<readonly SourceDocument[]>;
}

/**
 * Every gate between callers and the product's pods of a side: the groups of its load balancers, of their targets
 * and of the nodes, and the NetworkPolicies. `undefined` where the product is not deployed.
 */
export function gatesInto(
  side: LiveSide,
  callers: Fact<readonly Peer[]>,
): Gate[] | undefined {
  const entrance = entranceOf(side);
  if (!entrance.ok) return [unreadGate('ways in', entrance.reason)];
  if (!entrance.value) return undefined;
  const { ways, ends, product } = entrance.value;
  if (!callers.ok) return [...ends, unreadGate('callers', callers.reason)];
  const behind: Behind = {
    side,
    product,
    targets: targetFactsOf(side),
    interfaces: productInterfaces(side),
    policies: policiesOf(side),
  };
  const gates = ways.flatMap(way => gatesOf(way, callers.value, behind));
  return [...ends, ...gates];
}

function gatesOf(way: Way, callers: readonly Peer[], behind: Behind): Gate[] {
  const { side, targets } = behind;
  const book = groupBookOf(side);
  const { balancer, port } = way;
  return [
    balancerGate(way, callers, book),
    targets.ok
      ? targetGate(way, callers, { facts: targets.value, book })
      : unreadGate(`targets of ${balancer.name} :${port}`, targets.reason),
    ...insideGates(way, behind),
    ...policyGates(way, callers, behind),
  ];
}

function insideGates(way: Way, { side, interfaces }: Behind): Gate[] {
  const { targetPort: port } = way;
  if (!interfaces.ok)
    return [unreadGate(`from pod to pod :${port}`, interfaces.reason)];
  const book = groupBookOf(side);
  return insideLegs(way, interfaces.value).map(({ title, from, to }) => ({
    id: `${title} :${port}`,
    ...between({ from, to, port }, book),
  }));
}

function policyGates(
  way: Way,
  callers: readonly Peer[],
  { policies, interfaces, targets, product }: Behind,
): Gate[] {
  const id = `${way.entry.title} pods :${way.targetPort}`;
  const facts = allRead({ policies, interfaces, map: targets });
  if (!facts.ok) return [unreadGate(id, facts.reason)];
  const sources = sourcesSeenByPods(way, callers, facts.value);
  return [
    entryPolicyGate(way, sources, facts.value.policies),
    ...envoyPolicyGates(way, product, facts.value),
  ];
}
