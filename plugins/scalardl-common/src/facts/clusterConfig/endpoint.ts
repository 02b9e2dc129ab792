import type { Location } from '../../report/report';
import { type Fact, read, unreadable } from '../fact';
import { textsOf } from '../plain/plain';
import type { SourceDocument } from '../sourceDocument';

/** How the Kubernetes API is reached. */
export interface Endpoint {
  /** eksctl's default is true. */
  publicAccess: boolean;
  /** eksctl's default is false. */
  privateAccess: boolean;
  /** Who may call the public endpoint; empty where nothing is said, and then everybody may. */
  publicRanges: string[];
  publicAccessLocation: Location;
  privateAccessLocation: Location;
  publicRangesLocation: Location;
}

const KEYS = ['vpc', 'clusterEndpoints'] as const;

/**
 * The endpoint of a ClusterConfig with eksctl's defaults filled in
 * (https://docs.aws.amazon.com/eks/latest/eksctl/vpc-cluster-access.html).
 */
export function endpointOf(clusterConfig: SourceDocument): Fact<Endpoint> {
  // A fully private cluster has no endpoint of its own to configure: eksctl closes it.
  const fullyPrivate = clusterConfig.get('privateCluster', 'enabled') === true;
  const publicAccess =
    clusterConfig.get(...KEYS, 'publicAccess') ?? !fullyPrivate;
  const privateAccess =
    clusterConfig.get(...KEYS, 'privateAccess') ?? fullyPrivate;
  if (typeof publicAccess !== 'boolean' || typeof privateAccess !== 'boolean') {
    return unreadable(
      `vpc.clusterEndpoints in ${clusterConfig.path} holds something else than true and false`,
    );
  }
  return read(
    {
      publicAccess,
      privateAccess,
      publicRanges: textsOf(clusterConfig.get('vpc', 'publicAccessCIDRs')),
      publicAccessLocation: clusterConfig.locate(...KEYS, 'publicAccess'),
      privateAccessLocation: clusterConfig.locate(...KEYS, 'privateAccess'),
      publicRangesLocation: clusterConfig.locate('vpc', 'publicAccessCIDRs'),
    },
    clusterConfig.path,
  );
}
