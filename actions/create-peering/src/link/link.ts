import type { Counterpart, Network } from '../network/network';
import type { PortRange } from '../topology/ports';
import type { DeclaredConnection } from '../topology/topology';

/** This run's half of a connection: one network, and what is known of the one at the other end. */
export interface Half {
  /** Name of the connection, by which what was made for it is known again. */
  connection: string;
  network: Network;
  other: Counterpart;
  end: 'from' | 'to';
  /** What is opened in this network for the other one. */
  open: readonly PortRange[];
  dns: boolean;
}

/** A connection with the halves that this run has credentials for: one or both. */
export interface Link {
  connection: DeclaredConnection;
  from: Counterpart;
  to: Counterpart;
  halves: readonly Half[];
}

/** Halves that look at a peering with the same eyes share its tags. */
export function viewOf({ network }: Half): string {
  return `${network.accountId} ${network.region}`;
}

/** One half for each account and region. */
export function distinctViews(halves: readonly Half[]): Half[] {
  return halves.filter(
    (half, index) =>
      halves.findIndex(other => viewOf(other) === viewOf(half)) === index,
  );
}
