import { type Fact, read, unreadable } from '../fact';
import { recordOf } from '../plain/plain';
import { findAddon } from './addons';
import { dynamicNodes } from './dynamicNodes';
import { nodeGroups } from './nodeGroups';
import { type NodeSubnet, nodeSubnets } from './nodeSubnets';
import { type VpcQuery, vpcRanges } from './vpcRanges';

/**
 * The ranges from which the cluster's pods call others: those of the subnets of its nodes, because the VPC
 * CNI gives pods addresses of their node's subnet. Where a subnet's range is not known it is the whole VPC's.
 */
export function podRanges(query: VpcQuery): Fact<string[]> {
  const { clusterConfig } = query;
  if (hasCustomNetworking(query)) {
    return unreadable(
      'custom networking of the vpc-cni add-on gives pods addresses of other subnets',
    );
  }
  const facts = nodeGroups(clusterConfig).map(group =>
    nodeSubnets(clusterConfig, group),
  );
  const subnets = facts.flatMap<NodeSubnet>(fact =>
    fact.ok ? fact.value : [],
  );
  const complete =
    facts.length > 0 &&
    facts.every(({ ok }) => ok) &&
    subnets.every(({ cidr }) => cidr !== undefined) &&
    !dynamicNodes(clusterConfig);
  if (!complete) return vpcRanges(query);
  const ranges = subnets.flatMap(({ cidr }) => (cidr ? [cidr] : []));
  return read([...new Set(ranges)], clusterConfig.path);
}

function hasCustomNetworking({ clusterConfig }: VpcQuery): boolean {
  const configuration = findAddon(clusterConfig, 'vpc-cni')?.configuration;
  if (!configuration?.ok) return false;
  const { AWS_VPC_K8S_CNI_CUSTOM_NETWORK_CFG: custom } = recordOf(
    configuration.value.env,
  );
  return custom === 'true' || custom === true;
}
