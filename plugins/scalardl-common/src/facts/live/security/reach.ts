import type { Fact } from '../../fact';
import type { SourceDocument } from '../../sourceDocument';
import { liveObject } from '../kubernetes';
import type { TargetFacts } from '../balancers/targetGroups';
import type { Way } from '../ports/ways';
import { balancerGate } from './balancerGates';
import { productInterfaces } from './callers';
import { type Entrance, entranceOf } from './entrance';
import { type Gate, unreadGate } from './gate';
import { type LiveSide, groupBookOf, together } from './liveSide';
import type { InterfaceClass } from './nodeInterfaces';
import type { Peer } from './peer';
import {
  betweenNodesGate,
  crossesNodes,
  entryPolicyGate,
  envoyPolicyGates,
  sourcesSeenByPods,
} from './podGates';
import { targetGate } from './targetGates';

/** What is known behind the load balancers of a side. */
interface Behind {
  side: LiveSide;
  product: Entrance['product'];
  targets: Fact<TargetFacts>;
  nodes: Fact<readonly InterfaceClass[]>;
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
    nodes: productInterfaces(side),
    policies: policiesOf(side),
  };
  const gates = ways.flatMap(way => gatesOf(way, callers.value, behind));
  return [...ends, ...gates];
}

/** What tells where the targets of a side are. */
export function targetFactsOf(side: LiveSide): Fact<TargetFacts> {
  const facts = together(side, [
    'targetHealth',
    'nodes',
    'productPods',
    'networkInterfaces',
    'subnets',
  ]);
  if (!facts.ok) return facts;
  return { ...facts, value: { ...facts.value, pods: facts.value.productPods } };
}

/** The NetworkPolicies of a side in the form of manifests. */
export function policiesOf(side: LiveSide): Fact<SourceDocument[]> {
  const facts = together(side, ['networkPolicies']);
  if (!facts.ok) return facts;
  return { ...facts, value: facts.value.networkPolicies.map(liveObject) };
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
    ...(crossesNodes(way) ? [nodesGate(way, behind)] : []),
    ...policyGates(way, callers, behind),
  ];
}

function nodesGate({ targetPort }: Way, { side, nodes }: Behind): Gate {
  return nodes.ok
    ? betweenNodesGate(targetPort, nodes.value, groupBookOf(side))
    : unreadGate(`from node to node :${targetPort}`, nodes.reason);
}

function policyGates(
  way: Way,
  callers: readonly Peer[],
  { policies, nodes, targets, product }: Behind,
): Gate[] {
  const id = `${way.entry.title} pods :${way.targetPort}`;
  if (!policies.ok) return [unreadGate(id, policies.reason)];
  if (!nodes.ok) return [unreadGate(id, nodes.reason)];
  if (!targets.ok) return [unreadGate(id, targets.reason)];
  const seen = { nodes: nodes.value, map: targets.value };
  const sources = sourcesSeenByPods(way, callers, seen);
  return [
    entryPolicyGate(way, sources, policies.value),
    ...envoyPolicyGates(way, product, {
      policies: policies.value,
      nodes: nodes.value,
    }),
  ];
}
