import { some } from '../../kubernetes/certainty';
import { type PodConnection, podHop } from '../../reachability/podHop';
import type { Workload } from '../../release/workload';
import type { SourceDocument } from '../../sourceDocument';
import { type NetworkMap, placesOf, rangesOf } from '../balancers/places';
import { groupsBehind, seesCallers } from '../balancers/targetGroups';
import type { Way } from '../ports/ways';
import { callersSeenBy } from './balancerGates';
import { between } from './between';
import type { Gate } from './gate';
import type { InterfaceClass } from './nodeInterfaces';
import type { Peer } from './peer';
import type { GroupBook } from './rules';

/** Whether the groups of the nodes let pods call each other on a port, from every node to every other. */
export function betweenNodesGate(
  port: number,
  nodes: readonly InterfaceClass[],
  book: GroupBook,
): Gate {
  const flow = { from: nodes, to: nodes, port };
  return { id: `from node to node :${port}`, ...between(flow, book) };
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
  const open = !known || peers.some(({ vague }) => vague);
  return hop.answer === 'no' && open ? { ...hop, answer: 'unknown' } : hop;
}

/**
 * Whom the pods behind a load balancer see. Nodes that pass a connection on to others' pods put their own address
 * in front; else pods see the load balancer, whose health checks they see always, or the callers
 * (https://kubernetes.io/docs/reference/networking/virtual-ips/#external-traffic-policy).
 */
export function sourcesSeenByPods(
  way: Way,
  callers: readonly Peer[],
  { nodes, map }: { nodes: readonly InterfaceClass[]; map: NetworkMap },
): Peer[] {
  if (passesNodes(way)) return [...nodes];
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

/** Whether a connection goes from one node to another on the pods' port. */
export function crossesNodes(way: Way): boolean {
  return way.entry.component === 'envoy' || passesNodes(way);
}

/** From Envoy to the product, by the policies on both ends; nothing where callers reach the product itself. */
export function envoyPolicyGates(
  { entry, targetPort: port }: Way,
  product: Workload,
  {
    policies,
    nodes,
  }: {
    policies: readonly SourceDocument[];
    nodes: readonly InterfaceClass[];
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
    const peer = { ranges: nodes.flatMap(({ ranges }) => ranges) };
    const byAddress = podHop(policies, { workload, direction, peer, port });
    const detail = `whether NetworkPolicies admit ${hop.id} does not show in labels and addresses alone`;
    return byAddress.answer === 'yes'
      ? { ...byAddress, id: hop.id }
      : { ...hop, detail };
  });
}
