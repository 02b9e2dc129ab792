import { DescribeSecurityGroupsCommand } from '@aws-sdk/client-ec2';
import { InputError } from '@scalardl-on-eks/action-toolkit';
import { type Account, call } from '../aws/account';

/** @throws InputError where a security group that the inputs name is not one of the VPC */
export async function checkGroups(
  account: Account,
  {
    vpcId,
    key,
    groups,
  }: { vpcId: string; key: string; groups?: readonly string[] },
): Promise<void> {
  if (!groups) return;
  const { SecurityGroups = [] } = await call(
    account,
    { action: 'ec2:DescribeSecurityGroups', about: `of ${vpcId}` },
    () =>
      account.ec2.send(
        new DescribeSecurityGroupsCommand({
          Filters: [
            { Name: 'vpc-id', Values: [vpcId] },
            { Name: 'group-id', Values: [...groups] },
          ],
        }),
      ),
  );
  const missing = groups.filter(
    id => !SecurityGroups.some(({ GroupId }) => GroupId === id),
  );
  if (missing.length === 0) return;
  throw new InputError([
    `${key}.securityGroups: expected security groups of ${vpcId}, found no ${missing.join(', ')} in it.`,
  ]);
}
