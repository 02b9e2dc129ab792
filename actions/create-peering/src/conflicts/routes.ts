import type { Link } from '../link/link';
import { findPeering } from '../peering/findPeering';
import { diffRoutes } from '../routes/diffRoutes';

/** Other routes to the wanted ranges, as far as those are known. */
export function routeConflicts(link: Link): string[] {
  const finding = findPeering(link);
  const peering = finding.kind === 'one' ? finding.peering.id : undefined;
  return link.halves.flatMap(
    half =>
      diffRoutes(half, { peering, destinations: half.other.ranges ?? [] })
        .conflicts,
  );
}
