import {
  type AddressSet,
  addressSet,
  covers,
  difference,
  union,
} from '../ranges/addressSet';
import type { Workload } from '../release/workload';
import { type Certainty, some } from './certainty';
import {
  type Direction,
  type PolicyRule,
  includesPort,
  namesPods,
} from './networkPolicies';

/**
 * The other end of a connection: addresses, the pods of a workload in the same cluster, or something whose
 * place the files do not tell.
 */
export type Peer =
  { ranges: readonly string[] } | { pods: Workload } | { somewhere: string };

/** Connections between the pods that policies select and a peer. */
export interface PolicyQuery {
  /** The pods that the policies select. */
  workload: Workload;
  peer: Peer;
  port: number;
  protocol?: 'TCP' | 'UDP';
}

/** A connection of a workload's pods, whose policies are asked: on its own port for ingress, on the peer's for egress. */
export interface PodConnection extends PolicyQuery {
  direction: Direction;
}

/** Whether entries of NetworkPolicies admit connections, and which of them decide. */
export interface PolicyAdmission {
  answer: Certainty;
  /** The entries that admit, alone or together; those that may admit where the answer is `unknown`. */
  by: readonly PolicyRule[];
  /** Addresses of the peer that no entry admits. */
  missing: AddressSet;
}

/** What the entries of several policies admit together. */
export function admission(
  rules: readonly PolicyRule[],
  { workload, peer, port, protocol }: PolicyQuery,
): PolicyAdmission {
  const open = rules.filter(rule => includesPort(rule, port, protocol));
  if ('ranges' in peer) return ofAddresses(open, addressSet(peer.ranges));
  if ('pods' in peer) return ofPods(open, peer.pods, workload);
  const by = open.slice(0, 1);
  return { answer: by.length > 0 ? 'yes' : 'no', by, missing: [] };
}

/** The entry that admits every address, or those that do so together. */
function ofAddresses(
  open: readonly PolicyRule[],
  wanted: AddressSet,
): PolicyAdmission {
  const alone = open.find(({ addresses }) => covers(addresses, wanted));
  if (alone) return { answer: 'yes', by: [alone], missing: [] };
  const missing = difference(
    wanted,
    union(...open.map(({ addresses }) => addresses)),
  );
  const by = open.filter(
    ({ addresses }) => !covers(difference(wanted, addresses), wanted),
  );
  return { answer: missing.length === 0 ? 'yes' : 'no', by, missing };
}

function ofPods(
  open: readonly PolicyRule[],
  pods: Workload,
  owner: Workload,
): PolicyAdmission {
  const named = open.map(rule => ({
    rule,
    answer: maybeByAddress(rule, namesPods(rule, pods, owner)),
  }));
  const answer = some(named.map(one => one.answer));
  const by = named.filter(one => answer !== 'no' && one.answer === answer);
  return { answer, by: by.map(({ rule }) => rule), missing: [] };
}

/** Pods have addresses too, which the files do not tell. */
function maybeByAddress(
  { addresses }: PolicyRule,
  named: Certainty,
): Certainty {
  return named === 'no' && addresses.length > 0 ? 'unknown' : named;
}
