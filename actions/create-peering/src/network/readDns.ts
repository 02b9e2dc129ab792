import { DescribeVpcAttributeCommand } from '@aws-sdk/client-ec2';
import { type Account, call } from '../aws/account';

/** Whether a VPC has what a peering needs to resolve names: DNS support and DNS host names. */
export async function resolvesNames(
  account: Account,
  VpcId: string,
): Promise<boolean> {
  const read = (Attribute: 'enableDnsSupport' | 'enableDnsHostnames') =>
    call(
      account,
      { action: 'ec2:DescribeVpcAttribute', about: `of ${VpcId}` },
      () =>
        account.ec2.send(new DescribeVpcAttributeCommand({ VpcId, Attribute })),
    );
  const [support, hostnames] = await Promise.all([
    read('enableDnsSupport'),
    read('enableDnsHostnames'),
  ]);
  return Boolean(
    support.EnableDnsSupport?.Value && hostnames.EnableDnsHostnames?.Value,
  );
}
