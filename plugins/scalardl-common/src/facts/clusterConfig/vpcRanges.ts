import type { Environment } from '../../environment/schema';
import type { Side } from '../../report/report';
import { type Fact, read, unreadable } from '../fact';
import { textOf } from '../plain/plain';
import { isIpv4Range } from '../ranges/addressSet';
import type { SourceDocument } from '../sourceDocument';
import { declaredSubnets, hasExistingSubnets } from './declaredSubnets';
import { newVpcRange } from './newVpc';

export interface VpcQuery {
  clusterConfig: SourceDocument;
  environment: Environment | undefined;
  side: Side;
}

/**
 * Every IPv4 range of the cluster's VPC. Of an existing one the environment file knows all of them; a
 * ClusterConfig alone at least those of its subnets.
 */
export function vpcRanges(query: VpcQuery): Fact<string[]> {
  const { clusterConfig } = query;
  const ranges = hasExistingSubnets(clusterConfig)
    ? existingRanges(query)
    : [newVpcRange(clusterConfig)];
  if (!ranges) {
    return unreadable(
      `${clusterConfig.path} does not name the ranges of the existing VPC`,
    );
  }
  const flawed = ranges.find(range => !isIpv4Range(range));
  return flawed === undefined
    ? read(ranges, clusterConfig.path)
    : unreadable(`${flawed} in ${clusterConfig.path} is no IPv4 range`);
}

function existingRanges(query: VpcQuery): string[] | undefined {
  const { clusterConfig, environment, side } = query;
  const known = environment?.spec[side].network.existing?.cidrs;
  if (known) return known;
  const own = textOf(clusterConfig.get('vpc', 'cidr'));
  if (own) return [own];
  const cidrs = declaredSubnets(clusterConfig).map(({ cidr }) => cidr);
  return cidrs.length > 0 && cidrs.every(cidr => cidr !== undefined)
    ? cidrs.filter(cidr => cidr !== undefined)
    : undefined;
}
