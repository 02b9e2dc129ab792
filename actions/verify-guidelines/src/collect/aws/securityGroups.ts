import type {
  IpPermission,
  SecurityGroup,
  UserIdGroupPair,
} from '@aws-sdk/client-ec2';
import type {
  LiveGroupRule,
  LiveSecurityGroup,
} from '@scalardl-on-eks/plugin-scalardl-common';
import { collector, valueOf } from '../collector';
import { list } from './call';
import { ec2 } from './clients';
import { inVpc } from './inVpc';
import { present } from './present';
import { tagsOf } from './tags';

export const securityGroups = collector({
  fact: 'securityGroups',
  needs: ['cluster'],
  aws: ['ec2:DescribeSecurityGroups'],
  async collect(access, given) {
    const { vpcId } = valueOf(given, 'cluster');
    const { client, paginateDescribeSecurityGroups } = await ec2(access);
    const found = await list(access, {
      action: 'ec2:DescribeSecurityGroups',
      about: `of ${vpcId}`,
      pages: options =>
        paginateDescribeSecurityGroups(
          { client, pageSize: 1000 },
          { Filters: inVpc(vpcId) },
          options,
        ),
      items: page => page.SecurityGroups,
    });
    return found.map(understand);
  },
});

function understand(group: SecurityGroup): LiveSecurityGroup {
  return {
    id: group.GroupId ?? '',
    name: group.GroupName ?? '',
    ingress: (group.IpPermissions ?? []).map(understandRule),
    egress: (group.IpPermissionsEgress ?? []).map(understandRule),
    tags: tagsOf(group.Tags),
  };
}

/** The protocols whose `FromPort` and `ToPort` are ports; those of ICMP are a type and a code. */
const WITH_PORTS = new Set(['tcp', 'udp']);

function understandRule(rule: IpPermission): LiveGroupRule {
  const { IpProtocol = '-1', FromPort, ToPort } = rule;
  const { IpRanges = [], Ipv6Ranges = [], PrefixListIds = [] } = rule;
  const { UserIdGroupPairs = [] } = rule;
  const descriptions = present(
    [IpRanges, Ipv6Ranges, PrefixListIds, UserIdGroupPairs]
      .flat()
      .map(({ Description }) => Description),
  );
  return {
    protocol: IpProtocol,
    ports:
      WITH_PORTS.has(IpProtocol) &&
      FromPort !== undefined &&
      ToPort !== undefined
        ? { from: FromPort, to: ToPort }
        : undefined,
    cidrs: present(IpRanges.map(({ CidrIp }) => CidrIp)),
    ipv6Cidrs: present(Ipv6Ranges.map(({ CidrIpv6 }) => CidrIpv6)),
    prefixListIds: present(
      PrefixListIds.map(({ PrefixListId }) => PrefixListId),
    ),
    groups: UserIdGroupPairs.map(understandPair),
    description: [...new Set(descriptions)].join('; ') || undefined,
  };
}

function understandPair(pair: UserIdGroupPair): LiveGroupRule['groups'][0] {
  return {
    groupId: pair.GroupId ?? '',
    accountId: pair.UserId,
    vpcId: pair.VpcId,
    peeringId: pair.VpcPeeringConnectionId,
    peeringStatus: pair.PeeringStatus,
  };
}
