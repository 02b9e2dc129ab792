import { type Certainty, some } from '../kubernetes/certainty';
import {
  type Direction,
  type PolicyRule,
  includesPort,
  namesPods,
  networkPoliciesOf,
  restricting,
  rulesOf,
} from '../kubernetes/networkPolicies';
import { addressSet, covers, union } from '../ranges/addressSet';
import type { Workload } from '../release/workload';
import type { SourceDocument } from '../sourceDocument';
import type { Hop } from './hop';

/**
 * The other end of a connection: addresses, the pods of a workload in the same cluster, or something whose
 * place the files do not tell.
 */
export type Peer =
  { ranges: readonly string[] } | { pods: Workload } | { somewhere: string };

export interface PodConnection {
  /** Pods whose policies are asked. */
  workload: Workload;
  direction: Direction;
  peer: Peer;
  /** Port of the pods for ingress, of the peer for egress. */
  port: number;
  protocol?: 'TCP' | 'UDP';
}

const SENTENCES: Readonly<Record<Certainty, string>> = {
  yes: 'NetworkPolicies admit',
  no: 'NetworkPolicies refuse',
  unknown: 'it depends on the release name whether NetworkPolicies admit',
};

/**
 * Whether the NetworkPolicies let a connection of the workload's pods through. Without a policy for them
 * everything passes; several policies add up (https://kubernetes.io/docs/concepts/services-networking/network-policies/).
 */
export function podHop(
  manifests: readonly SourceDocument[],
  connection: PodConnection,
): Hop {
  const { workload, direction, port } = connection;
  const { sure, possible } = restricting(
    networkPoliciesOf(manifests),
    workload,
    direction,
  );
  const policies = [...sure, ...possible];
  const way = `${workload.title} pods ${direction === 'Ingress' ? 'from' : 'to'} ${nameOf(connection.peer)}`;
  const id = `${way} :${port}`;
  const [first] = policies;
  if (!first) {
    const detail = `no NetworkPolicy restricts the ${direction.toLowerCase()} of ${workload.title} pods`;
    return { id, answer: 'yes', detail, location: workload.locate() };
  }
  const rules = rulesOf(policies, direction);
  const admitted = admits(rulesOf(sure, direction), connection);
  const answer =
    admitted === 'yes' || possible.length === 0
      ? admitted
      : whereUnclear(admits(rules, connection), sure.length > 0);
  const speaking = rules.find(rule =>
    includesPort(rule, port, connection.protocol),
  );
  return {
    id,
    answer,
    detail: `${SENTENCES[answer]} ${way} on port ${port}`,
    location: speaking?.location ?? first.locate('spec', 'podSelector'),
  };
}

/** Some policies may or may not select the pods: only what all of them together refuse is surely refused. */
function whereUnclear(together: Certainty, restricted: boolean): Certainty {
  return together === 'no' && restricted ? 'no' : 'unknown';
}

function admits(
  rules: readonly PolicyRule[],
  { workload, peer, port, protocol }: PodConnection,
): Certainty {
  const open = rules.filter(rule => includesPort(rule, port, protocol));
  if ('somewhere' in peer) return open.length > 0 ? 'yes' : 'no';
  const addresses = union(...open.map(rule => rule.addresses));
  if ('ranges' in peer) {
    return covers(addresses, addressSet(peer.ranges)) ? 'yes' : 'no';
  }
  const named = some(open.map(rule => namesPods(rule, peer.pods, workload)));
  // Pods have addresses too, which the files do not tell.
  return named === 'no' && addresses.length > 0 ? 'unknown' : named;
}

function nameOf(peer: Peer): string {
  if ('somewhere' in peer) return peer.somewhere;
  return 'ranges' in peer ? peer.ranges.join(', ') : `${peer.pods.title} pods`;
}
