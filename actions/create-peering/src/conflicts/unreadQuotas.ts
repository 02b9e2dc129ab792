import type { Link } from '../link/link';

/** Limits that could not be read, one sentence for each account and region. */
export function unreadQuotas(links: readonly Link[]): string[] {
  const reasons = links.flatMap(({ halves }) =>
    halves.flatMap(({ network }) => network.quotas.unread ?? []),
  );
  return [...new Set(reasons)].map(
    reason =>
      `The quotas of routes, rules and peerings were not compared: ${reason}`,
  );
}
