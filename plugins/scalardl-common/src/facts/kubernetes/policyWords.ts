import { addressSet, formatAddresses } from '../ranges/addressSet';
import type { PolicyRule } from './networkPolicies';
import type { KubernetesObject } from './objects';
import type { Peer, PodConnection, PolicyAdmission } from './policyAdmission';

/** How many policies or entries are named at once. */
const SHOWN = 3;

/** `10.1.0.0/23` or `Ledger pods`, for a report. */
export function peerTitle(peer: Peer): string {
  if ('somewhere' in peer) return peer.somewhere;
  return 'ranges' in peer ? peer.ranges.join(', ') : `${peer.pods.title} pods`;
}

/** `scalardl-ledger/envoy ingress[0] admits 10.1.0.0/23 to Envoy pods on tcp 50051`. */
export function sayAdmitted(
  { by }: PolicyAdmission,
  query: PodConnection,
): string {
  const verb = by.length > 1 ? 'admit' : 'admits';
  return `${listed(by.map(ruleTitle))} ${verb} ${way(query, shortTitle(query.peer))}`;
}

/** `scalardl-ledger/default-deny selects Envoy pods, and no policy admits 10.1.0.0/23 to them on tcp 50051`. */
export function sayRefused(
  { missing }: PolicyAdmission,
  policies: readonly KubernetesObject[],
  query: PodConnection,
): string {
  const { workload, peer } = query;
  const verb = policies.length > 1 ? 'select' : 'selects';
  const whom = missing.length > 0 ? formatAddresses(missing) : shortTitle(peer);
  const refused = `no policy admits ${way(query, whom, 'them')}`;
  return `${listed(policies.map(policyTitle))} ${verb} ${workload.title} pods, and ${refused}`;
}

/** Where it goes by addresses that pods may have, or by labels that nobody told. */
export function sayUnclear(
  { by }: PolicyAdmission,
  query: PodConnection,
): string {
  const verb = by.length > 1 ? 'admit' : 'admits';
  const connection = way(query, shortTitle(query.peer));
  return `whether ${listed(by.map(ruleTitle))} ${verb} ${connection} does not show in labels and addresses alone`;
}

/** Where a policy chooses pods by the name of a release that nobody told. */
export function sayUnclearSelection(
  policies: readonly KubernetesObject[],
  query: PodConnection,
): string {
  const { workload, peer } = query;
  const verb = policies.length > 1 ? 'select' : 'selects';
  const connection = way(query, shortTitle(peer));
  return `it depends on the release name whether ${listed(policies.map(policyTitle))} ${verb} ${workload.title} pods, and so whether policies admit ${connection}`;
}

/** A few of the addresses: every node has some of its own. */
function shortTitle(peer: Peer): string {
  return 'ranges' in peer
    ? formatAddresses(addressSet(peer.ranges))
    : peerTitle(peer);
}

/** What goes where: `10.1.0.0/23 to Envoy pods on tcp 50051`. */
function way(
  { workload, direction, port, protocol = 'TCP' }: PodConnection,
  peer: string,
  pods = `${workload.title} pods`,
): string {
  const ends = direction === 'Ingress' ? [peer, pods] : [pods, peer];
  return `${ends.join(' to ')} on ${protocol.toLowerCase()} ${port}`;
}

function policyTitle({ name, namespace }: KubernetesObject): string {
  return namespace === undefined ? name : `${namespace}/${name}`;
}

function ruleTitle({ policy, entry }: PolicyRule): string {
  return `${policyTitle(policy)} ${entry}`;
}

function listed(titles: readonly string[]): string {
  if (titles.length > SHOWN)
    return `${titles.slice(0, SHOWN).join(', ')} and ${titles.length - SHOWN} more`;
  return [titles.slice(0, -1).join(', '), ...titles.slice(-1)]
    .filter(Boolean)
    .join(' and ');
}
