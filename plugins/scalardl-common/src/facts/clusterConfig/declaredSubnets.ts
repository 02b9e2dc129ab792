import type { Location } from '../../report/report';
import { recordOf, textOf } from '../plain/plain';
import type { SourceDocument } from '../sourceDocument';

const ZONE = /^[a-z]{2}(?:-[a-z]+)+-\d[a-z]$/;

/** A subnet that the ClusterConfig brings along. */
export interface DeclaredSubnet {
  /** Its key in the file. */
  name: string;
  kind: 'private' | 'public';
  id: string | undefined;
  /** Its `az`, or its key where that is a zone; `undefined` where the file does not tell. */
  zone: string | undefined;
  cidr: string | undefined;
  location: Location;
}

/** True where the ClusterConfig brings subnets along: then eksctl creates no VPC. */
export function hasExistingSubnets(clusterConfig: SourceDocument): boolean {
  return clusterConfig.get('vpc', 'subnets') !== undefined;
}

/** Every subnet under `vpc.subnets`. */
export function declaredSubnets(
  clusterConfig: SourceDocument,
): DeclaredSubnet[] {
  return (['private', 'public'] as const).flatMap(kind =>
    Object.entries(recordOf(clusterConfig.get('vpc', 'subnets', kind))).map(
      ([name, spec]) => ({
        name,
        kind,
        id: textOf(recordOf(spec).id),
        zone: textOf(recordOf(spec).az) ?? (ZONE.test(name) ? name : undefined),
        cidr: textOf(recordOf(spec).cidr),
        location: clusterConfig.locate('vpc', 'subnets', kind, name),
      }),
    ),
  );
}
