import type { Link } from '../link/link';
import { overlapConflicts } from './overlaps';
import { peeringConflicts } from './peerings';
import { portConflicts } from './ports';
import { quotaConflicts } from './quotas';
import { routeConflicts } from './routes';

/** Everything that stands in the way of the connections, before anything is changed. */
export function findConflicts(links: readonly Link[]): string[] {
  const all = [
    ...links.flatMap(link => [
      ...overlapConflicts(link),
      ...peeringConflicts(link),
      ...portConflicts(link),
      ...routeConflicts(link),
    ]),
    ...quotaConflicts(links),
  ];
  return [...new Set(all)];
}
