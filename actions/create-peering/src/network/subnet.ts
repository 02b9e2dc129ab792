import { DescribeSubnetsCommand } from '@aws-sdk/client-ec2';
import { type Account, call, pages } from '../aws/account';
import { tagsOf } from '../aws/tags';

export interface Subnet {
  id: string;
  tags: ReadonlyMap<string, string>;
}

export function readSubnets(
  account: Account,
  vpcId: string,
): Promise<Subnet[]> {
  return pages(async NextToken => {
    const page = await call(
      account,
      { action: 'ec2:DescribeSubnets', about: `of ${vpcId}` },
      () =>
        account.ec2.send(
          new DescribeSubnetsCommand({
            Filters: [{ Name: 'vpc-id', Values: [vpcId] }],
            NextToken,
          }),
        ),
    );
    const items = (page.Subnets ?? []).map(({ SubnetId = '', Tags }) => ({
      id: SubnetId,
      tags: tagsOf(Tags),
    }));
    return { NextToken: page.NextToken, items };
  });
}
