import { DEFAULT_VPC_CIDR, splitVpc, type SplitVpc } from '../../network/split';
import { textOf, textsOf } from '../plain/plain';
import type { SourceDocument } from '../sourceDocument';

/** The zones of a new VPC; empty where eksctl is left to choose. */
export function clusterZones(clusterConfig: SourceDocument): string[] {
  return textsOf(clusterConfig.get('availabilityZones'));
}

/**
 * How many zones eksctl chooses where none is named: two in us-east-1, elsewhere three where the region has them
 * (https://github.com/eksctl-io/eksctl/blob/v0.230.0/pkg/az/az.go).
 */
export function mostChosenZones(clusterConfig: SourceDocument): number {
  return clusterConfig.get('metadata', 'region') === 'us-east-1' ? 2 : 3;
}

/** The range of the VPC that eksctl creates; left out it is the same for every cluster. */
export function newVpcRange(clusterConfig: SourceDocument): string {
  return textOf(clusterConfig.get('vpc', 'cidr')) ?? DEFAULT_VPC_CIDR;
}

/** The subnets that eksctl will cut, local zones counted in. */
export function newSubnets(clusterConfig: SourceDocument): SplitVpc {
  const zones = clusterZones(clusterConfig);
  if (zones.length === 0) {
    return {
      ok: false,
      reason: 'no availability zone is named, so eksctl chooses',
    };
  }
  const split = splitVpc(newVpcRange(clusterConfig), [
    ...zones,
    ...textsOf(clusterConfig.get('localZones')),
  ]);
  if (!split.ok) return split;
  return {
    ok: true,
    subnets: split.subnets.filter(({ zone }) => zones.includes(zone)),
  };
}
