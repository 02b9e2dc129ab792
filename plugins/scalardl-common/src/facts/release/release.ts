import type { Environment } from '../../environment/schema';
import type { Side } from '../../report/report';

/** A Helm release of the product in its namespace. */
export interface Release {
  name: string;
  namespace: string;
}

/**
 * The release of one side. A repository with an environment file keeps this project's names; without one
 * nobody can tell, from values alone, under which name they are installed.
 */
export function releaseOf(
  environment: Environment | undefined,
  side: Side,
): Release | undefined {
  if (!environment) return undefined;
  return { name: `scalardl-${side}`, namespace: `scalardl-${side}` };
}
