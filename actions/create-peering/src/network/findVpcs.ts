import {
  DescribeVpcsCommand,
  type Filter,
  type Vpc,
} from '@aws-sdk/client-ec2';
import { type Account, call, pages } from '../aws/account';

export type VpcQuery =
  { vpcId: string } | { tags: Readonly<Record<string, string>> };

/** The VPCs of that id or with those tags; none where there is none, which a filter tells without an error. */
export function findVpcs(account: Account, query: VpcQuery): Promise<Vpc[]> {
  const Filters: Filter[] =
    'vpcId' in query
      ? [{ Name: 'vpc-id', Values: [query.vpcId] }]
      : Object.entries(query.tags).map(([key, value]) => ({
          Name: `tag:${key}`,
          Values: [value],
        }));
  return pages(async NextToken => {
    const page = await call(account, { action: 'ec2:DescribeVpcs' }, () =>
      account.ec2.send(new DescribeVpcsCommand({ Filters, NextToken })),
    );
    return { NextToken: page.NextToken, items: page.Vpcs };
  });
}

/** IPv4 ranges that are in force, the first one and those that were added later. */
export function rangesOf({ CidrBlockAssociationSet = [] }: Vpc): string[] {
  return CidrBlockAssociationSet.flatMap(({ CidrBlock, CidrBlockState }) =>
    CidrBlock && CidrBlockState?.State === 'associated' ? [CidrBlock] : [],
  );
}
