import { textOf } from '../plain/plain';
import type { SourceDocument } from '../sourceDocument';

/** What tells a cluster from others in one account. */
export interface ClusterIdentity {
  name: string | undefined;
  region: string | undefined;
}

export function clusterIdentity(
  clusterConfig: SourceDocument,
): ClusterIdentity {
  return {
    name: textOf(clusterConfig.get('metadata', 'name')),
    region: textOf(clusterConfig.get('metadata', 'region')),
  };
}
