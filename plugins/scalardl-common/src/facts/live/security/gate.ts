import type { Hop } from '../../reachability/hop';

/** One gate on the way of a connection as it stands in AWS or in the cluster, and whether it lets it through. */
export type Gate = Omit<Hop, 'location'>;

/** A gate of which nothing is known, with the reason. */
export function unreadGate(id: string, reason: string): Gate {
  return { id, answer: 'unknown', detail: reason };
}
