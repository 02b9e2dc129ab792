import type { LinkResult } from '../link/applyLink';
import type { Outcome } from '../outcome';

/** Whose step is the next one: the accepter's, or, where nothing was requested yet, the requester's. */
export function waitsFor({
  link: { from, to },
  peering,
}: Pick<LinkResult, 'link' | 'peering'>): string {
  if (!peering) return from.name;
  return peering.accepter.vpcId === from.vpcId ? from.name : to.name;
}

/** The outputs. No account id stands in them: GitHub drops an output that holds a masked one. */
export function outputsOf({
  changes,
  results,
}: Outcome): Record<string, string> {
  const peerings = Object.fromEntries(
    results.map(({ link, peering, status }) => [
      link.connection.name,
      { id: peering?.id, status: peering?.status ?? status },
    ]),
  );
  const pending = results
    .filter(({ status }) => status === 'pending' || status === 'late')
    .map(({ link, peering }) => ({
      connection: link.connection.name,
      id: peering?.id,
      waitsFor: waitsFor({ link, peering }),
    }));
  return {
    changed: String(changes.length > 0),
    plan: JSON.stringify(changes),
    peerings: JSON.stringify(peerings),
    pending: JSON.stringify(pending),
  };
}
