import { textOf } from '../plain/plain';
import type { SourceDocument } from '../sourceDocument';
import { declaredSubnets, hasExistingSubnets } from './declaredSubnets';

/** A VPC that is there before the cluster. */
export interface ExistingVpc {
  /** `undefined` where only subnets are named. */
  id: string | undefined;
  subnetIds: string[];
}

/** The VPC that a ClusterConfig brings along; `undefined` where eksctl makes a new one. */
export function existingVpc(
  clusterConfig: SourceDocument,
): ExistingVpc | undefined {
  const id = textOf(clusterConfig.get('vpc', 'id'));
  if (!id && !hasExistingSubnets(clusterConfig)) return undefined;
  const subnetIds = declaredSubnets(clusterConfig).flatMap(subnet =>
    subnet.id ? [subnet.id] : [],
  );
  return { id, subnetIds };
}
