import type { StaleSecurityGroup } from '@aws-sdk/client-ec2';
import { collector, valueOf } from '../collector';
import { list } from './call';
import { ec2 } from './clients';
import { present } from './present';

export const staleSecurityGroups = collector({
  fact: 'staleSecurityGroups',
  needs: ['cluster'],
  aws: ['ec2:DescribeStaleSecurityGroups'],
  async collect(access, given) {
    const { vpcId } = valueOf(given, 'cluster');
    const { client, paginateDescribeStaleSecurityGroups } = await ec2(access);
    const found = await list(access, {
      action: 'ec2:DescribeStaleSecurityGroups',
      about: `of ${vpcId}`,
      pages: options =>
        paginateDescribeStaleSecurityGroups(
          { client, pageSize: 255 },
          { VpcId: vpcId },
          options,
        ),
      items: page => page.StaleSecurityGroupSet,
    });
    return found.map(group => ({
      groupId: group.GroupId ?? '',
      references: referencesOf(group),
    }));
  },
});

function referencesOf({
  StaleIpPermissions = [],
  StaleIpPermissionsEgress = [],
}: StaleSecurityGroup): string[] {
  const rules = [...StaleIpPermissions, ...StaleIpPermissionsEgress];
  const pairs = rules.flatMap(({ UserIdGroupPairs = [] }) => UserIdGroupPairs);
  return [...new Set(present(pairs.map(({ GroupId }) => GroupId)))];
}
