import { some } from '../../kubernetes/certainty';
import type { PodConnection } from '../../kubernetes/policyAdmission';
import { podHop } from '../../reachability/podHop';
import type { Workload } from '../../release/workload';
import type { SourceDocument } from '../../sourceDocument';
import { type NetworkMap, placesOf, rangesOf } from '../balancers/places';
import { groupsBehind, seesCallers } from '../balancers/targetGroups';
import type { Way } from '../ports/ways';
import { callersSeenBy } from './balancerGates';
import type { Gate } from './gate';
import type { InterfaceClass } from './nodeInterfaces';
import type { Peer } from './peer';
import type { ProductInterfaces } from './productInterfaces';

/** Connections from pods or nodes of a side to its pods. */
export interface InsideLeg {
  title: string;
  from: readonly InterfaceClass[];
  to: readonly InterfaceClass[];
}

/** What goes on inside the cluster behind a load balancer: from node to node, and from Envoy to the product. */
export function insideLegs(
  way: Way,
  { nodes, envoy, product }: ProductInterfaces,
): InsideLeg[] {
  const throughEnvoy = way.entry.component === 'envoy';
  const entry = throughEnvoy ? envoy : product;
  const toPods = `nodes to ${way.entry.title} pods`;
  const toProduct = 'Envoy to the pods behind it';
  return [
    ...(passesNodes(way) ? [{ title: toPods, from: nodes, to: entry }] : []),
    ...(throughEnvoy ? [{ title: toProduct, from: envoy, to: product }] : []),
  ];
}

/** Whether the NetworkPolicies of the pods behind the load balancer admit what it sends. */
export function entryPolicyGate(
  way: Way,
  sources: readonly Peer[],
  policies: readonly SourceDocument[],
): Gate {
  const { entry: workload, targetPort: port } = way;
  const connection = { workload, direction: 'Ingress', port } as const;
  const sure = sources.filter(({ vague }) => !vague);
  const ofSure = policyGate(policies, connection, sure);
  return ofSure.answer === 'yes'
    ? policyGate(policies, connection, sources)
    : ofSure;
}

/** Whether NetworkPolicies let connections from or to addresses through. */
export function policyGate(
  policies: readonly SourceDocument[],
  connection: Omit<PodConnection, 'peer'>,
  peers: readonly Peer[],
): Gate {
  const ranges = peers.flatMap(peer => peer.ranges);
  const known = peers.every(peer => peer.ranges.length > 0);
  // Where addresses are missing, only policies that admit everybody surely admit them.
  const peer = { ranges: known ? ranges : ['0.0.0.0/0'] };
  const hop = podHop(policies, { ...connection, peer });
  const [vague] = peers.filter(each => each.vague);
  if (hop.answer !== 'no' || (known && !vague)) return hop;
  const [missing] = peers.filter(each => each.ranges.length === 0);
  const why = missing
    ? `no IPv4 address of ${missing.title} is known`
    : `whether the pods see ${vague?.title} is not known`;
  return { ...hop, answer: 'unknown', detail: `${hop.detail}, but ${why}` };
}

/**
 * Whom the pods behind a load balancer see. Nodes that pass a connection on to others' pods put their own address
 * in front; else pods see the load balancer, whose health checks they see always, or the callers
 * (https://kubernetes.io/docs/reference/networking/virtual-ips/#external-traffic-policy).
 */
export function sourcesSeenByPods(
  way: Way,
  callers: readonly Peer[],
  { interfaces, map }: { interfaces: ProductInterfaces; map: NetworkMap },
): readonly Peer[] {
  if (passesNodes(way)) return interfaces.nodes;
  const { balancer } = way;
  const own: Peer = {
    title: balancer.name,
    ranges: rangesOf(placesOf(balancer, map)),
    groupIds: balancer.securityGroupIds,
  };
  const seen = some(groupsBehind(way).map(seesCallers));
  if (seen === 'no') return [own];
  const shown = callersSeenBy(balancer, callers);
  const vague = seen === 'unknown';
  return [own, ...shown.map(peer => ({ ...peer, vague: peer.vague ?? vague }))];
}

/** Whether nodes put their own address in front of what they pass on to pods of other nodes. */
function passesNodes(way: Way): boolean {
  const groups = groupsBehind(way);
  return (
    !way.service.local &&
    groups.some(({ targetType }) => targetType === 'instance')
  );
}

/** From Envoy to the product, by the policies on both ends; nothing where callers reach the product itself. */
export function envoyPolicyGates(
  { entry, targetPort: port }: Way,
  product: Workload,
  {
    policies,
    interfaces,
  }: {
    policies: readonly SourceDocument[];
    interfaces: ProductInterfaces;
  },
): Gate[] {
  if (entry.component !== 'envoy') return [];
  const connections = [
    { workload: entry, direction: 'Egress', pods: product },
    { workload: product, direction: 'Ingress', pods: entry },
  ] as const;
  return connections.map(({ workload, direction, pods }) => {
    const hop = podHop(policies, { workload, direction, peer: { pods }, port });
    if (hop.answer !== 'unknown') return hop;
    // A rule by addresses admits pods too, if it holds every address that they may have.
    const far = pods === product ? interfaces.product : interfaces.envoy;
    const peer = { ranges: far.flatMap(({ ranges }) => ranges) };
    const byAddress = podHop(policies, { workload, direction, peer, port });
    return byAddress.answer === 'yes' ? { ...byAddress, id: hop.id } : hop;
  });
}
