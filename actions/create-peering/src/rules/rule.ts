import {
  DescribeSecurityGroupRulesCommand,
  type Filter,
  type SecurityGroupRule,
} from '@aws-sdk/client-ec2';
import { type Account, call, pages } from '../aws/account';
import { tagsOf } from '../aws/tags';
import { VPC_TAG } from '../peering/marks';
import type { PortRange } from '../topology/ports';

/** An inbound rule of a security group. */
export interface Rule {
  id: string;
  group: string;
  /** IPv4 range that it admits; `undefined` for groups, prefix lists and IPv6. */
  source?: string;
  isIpv6: boolean;
  /** TCP ports; `undefined` for other protocols. */
  ports?: PortRange;
  tags: ReadonlyMap<string, string>;
}

/** Inbound rules of these groups, and those of the VPC's other groups that this action made. */
export async function readRules(
  account: Account,
  { vpcId, groups }: { vpcId: string; groups: readonly string[] },
): Promise<Rule[]> {
  const queries: Filter[] = [{ Name: `tag:${VPC_TAG}`, Values: [vpcId] }];
  if (groups.length > 0) {
    queries.push({ Name: 'group-id', Values: [...groups] });
  }
  const found = await Promise.all(
    queries.map(query => listRules(account, query)),
  );
  return [...new Map(found.flat().map(rule => [rule.id, rule])).values()];
}

function listRules(account: Account, query: Filter): Promise<Rule[]> {
  return pages(async NextToken => {
    const page = await call(
      account,
      { action: 'ec2:DescribeSecurityGroupRules' },
      () =>
        account.ec2.send(
          new DescribeSecurityGroupRulesCommand({
            Filters: [query],
            NextToken,
          }),
        ),
    );
    return {
      NextToken: page.NextToken,
      items: (page.SecurityGroupRules ?? [])
        .filter(({ IsEgress }) => !IsEgress)
        .map(toRule),
    };
  });
}

function toRule(rule: SecurityGroupRule): Rule {
  const { IpProtocol, FromPort, ToPort } = rule;
  return {
    id: rule.SecurityGroupRuleId ?? '',
    group: rule.GroupId ?? '',
    source: rule.CidrIpv4,
    isIpv6: rule.CidrIpv6 !== undefined,
    ports:
      IpProtocol === 'tcp' && FromPort !== undefined && ToPort !== undefined
        ? { first: FromPort, last: ToPort }
        : undefined,
    tags: tagsOf(rule.Tags),
  };
}
