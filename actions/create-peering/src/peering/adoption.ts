import { isResolving } from '../dns/dns';
import { type Half, distinctViews, viewOf } from '../link/link';
import type { FoundPeering } from './findPeering';
import { DNS_TAG, NAME_TAG, ORIGIN_TAG, type Origin } from './marks';

/** Tags for a peering in one account and region. */
export interface Adoption {
  half: Half;
  tags: Record<string, string>;
}

/**
 * Tags for a request that this half accepts. A request of the same account and region has its tags here, too: where
 * it has none of ours, a person made it.
 */
export function acceptanceTags(
  half: Half,
  found: FoundPeering,
  halves: readonly Half[],
): Record<string, string> | undefined {
  const { requester, accepter } = found;
  if (
    requester.accountId === accepter.accountId &&
    requester.region === accepter.region
  ) {
    return adoptions(halves, found).find(
      adoption => viewOf(adoption.half) === viewOf(half),
    )?.tags;
  }
  if (found.views.get(half)?.tags.has(NAME_TAG)) return undefined;
  const origin: Origin = 'accepted';
  return { [NAME_TAG]: half.connection, [ORIGIN_TAG]: origin };
}

/** What has to be tagged so that a peering without our mark serves the connection. */
export function adoptions(
  halves: readonly Half[],
  found: FoundPeering,
): Adoption[] {
  return distinctViews(halves).flatMap(half => {
    const view = found.views.get(half);
    if (!view || view.tags.has(NAME_TAG)) return [];
    const origin: Origin = 'adopted';
    const switchedOn = halves.filter(other => {
      const otherView = found.views.get(other);
      return (
        viewOf(other) === viewOf(half) &&
        other.dns &&
        otherView !== undefined &&
        !isResolving(other, otherView)
      );
    });
    const tags: Record<string, string> = {
      [NAME_TAG]: half.connection,
      [ORIGIN_TAG]: origin,
    };
    if (switchedOn.length > 0) {
      // Known again when the peering goes back to what it was.
      tags[DNS_TAG] = switchedOn.map(({ network }) => network.vpcId).join(' ');
    }
    return [{ half, tags }];
  });
}
