import { type Fact, read } from '../fact';
import { declaredSubnets, hasExistingSubnets } from './declaredSubnets';
import { newSubnets } from './newVpc';
import { type VpcQuery, vpcRanges } from './vpcRanges';

/**
 * The ranges of every private subnet, in which an internal load balancer has its addresses whatever the nodes
 * do. Where a range is not known it is the whole VPC's.
 */
export function privateRanges(query: VpcQuery): Fact<string[]> {
  const { clusterConfig } = query;
  const ranges = hasExistingSubnets(clusterConfig)
    ? declaredSubnets(clusterConfig)
        .filter(({ kind }) => kind === 'private')
        .map(({ cidr }) => cidr)
    : createdRanges(query);
  const known = ranges.filter(range => range !== undefined);
  return known.length === 0 || known.length < ranges.length
    ? vpcRanges(query)
    : read(known, clusterConfig.path);
}

function createdRanges({ clusterConfig }: VpcQuery): string[] {
  const created = newSubnets(clusterConfig);
  return created.ok
    ? created.subnets
        .filter(({ kind }) => kind === 'private')
        .map(({ cidr }) => cidr)
    : [];
}
