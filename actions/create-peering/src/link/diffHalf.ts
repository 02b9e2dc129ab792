import { isResolving } from '../dns/dns';
import { type FoundPeering, otherEnd } from '../peering/findPeering';
import { type RouteDiff, diffRoutes } from '../routes/diffRoutes';
import { type RuleDiff, diffRules } from '../rules/diffRules';
import type { Half } from './link';

/** What has to change in one network. */
export interface HalfDiff {
  half: Half;
  /** Whether the resolution of names has to be switched on; told only of an active peering. */
  dns: boolean;
  /** `undefined` while the ranges of the other network are not known. */
  routes?: RouteDiff;
  rules?: RuleDiff;
}

/** Compares one network with what the connection asks for; `found` is its peering, where there is one. */
export function diffHalf(
  half: Half,
  found: FoundPeering | undefined,
): HalfDiff {
  const view = found?.views.get(half);
  const destinations = destinationsOf(half, found);
  // What the inputs say does until the other account tells.
  const sources = half.other.callers ?? destinations ?? half.other.ranges;
  return {
    half,
    dns: Boolean(
      half.dns && view?.status === 'active' && !isResolving(half, view),
    ),
    routes:
      destinations && diffRoutes(half, { peering: found?.id, destinations }),
    rules: sources && diffRules(half, sources),
  };
}

/** Whether the ranges that call are known for certain, with or without the peering. */
export function knowsSources({ other }: Half): boolean {
  return other.isRead || other.callers !== undefined;
}

/**
 * Every range of the other VPC: read from it, or, where its account is somebody else's, told by the peering
 * once it was accepted.
 */
function destinationsOf(
  half: Half,
  found: FoundPeering | undefined,
): readonly string[] | undefined {
  const { isRead, ranges } = half.other;
  if (isRead) return ranges;
  const told = found && otherEnd(found, half).ranges;
  return told && told.length > 0 ? told : undefined;
}
