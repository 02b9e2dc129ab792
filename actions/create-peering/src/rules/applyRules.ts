import {
  AuthorizeSecurityGroupIngressCommand,
  RevokeSecurityGroupIngressCommand,
} from '@aws-sdk/client-ec2';
import { call } from '../aws/account';
import { codeOf, together, unlessDone } from '../aws/answers';
import { toTags } from '../aws/tags';
import type { Half } from '../link/link';
import { NAME_TAG, VPC_TAG } from '../peering/marks';
import type { NewRule, RuleDiff } from './diffRules';
import type { Rule } from './rule';

/** Makes and removes rules, with one call a group for each. */
export async function applyRules(
  half: Half,
  { create, remove }: RuleDiff,
): Promise<void> {
  await together([
    ...byGroup(create).map(([group, rules]) => makeRules(half, group, rules)),
    ...byGroup(remove).map(([group, rules]) => removeRules(half, group, rules)),
  ]);
}

function byGroup<T extends { group: string }>(
  rules: readonly T[],
): [string, T[]][] {
  const groups = new Map<string, T[]>();
  for (const rule of rules) {
    groups.set(rule.group, [...(groups.get(rule.group) ?? []), rule]);
  }
  return [...groups];
}

/**
 * All rules of a group in one call. AWS makes all or none of them: where one is there already, because another
 * run was faster, each is made by itself.
 */
async function makeRules(
  half: Half,
  group: string,
  rules: readonly NewRule[],
): Promise<void> {
  try {
    await authorize(half, group, rules);
  } catch (error) {
    if (codeOf(error) !== 'InvalidPermission.Duplicate') throw error;
    await together(
      rules.map(rule =>
        unlessDone(['InvalidPermission.Duplicate'], () =>
          authorize(half, group, [rule]),
        ),
      ),
    );
  }
}

async function authorize(
  { network, connection, other }: Half,
  group: string,
  rules: readonly NewRule[],
): Promise<void> {
  const { account, vpcId } = network;
  await call(
    account,
    { action: 'ec2:AuthorizeSecurityGroupIngress', about: `on ${group}` },
    () =>
      account.ec2.send(
        new AuthorizeSecurityGroupIngressCommand({
          GroupId: group,
          IpPermissions: rules.map(({ ports, source }) => ({
            IpProtocol: 'tcp',
            FromPort: ports.first,
            ToPort: ports.last,
            IpRanges: [
              {
                CidrIp: source,
                Description: `scalardl-on-eks ${connection}: from ${other.name}`,
              },
            ],
          })),
          TagSpecifications: [
            {
              ResourceType: 'security-group-rule',
              Tags: toTags({ [NAME_TAG]: connection, [VPC_TAG]: vpcId }),
            },
          ],
        }),
      ),
  );
}

const GONE = [
  'InvalidPermission.NotFound',
  'InvalidSecurityGroupRuleId.NotFound',
  'InvalidGroup.NotFound',
];

async function removeRules(
  half: Half,
  group: string,
  rules: readonly Rule[],
): Promise<void> {
  const ids = rules.map(({ id }) => id);
  try {
    await revoke(half, group, ids);
  } catch (error) {
    if (!GONE.includes(codeOf(error) ?? '')) throw error;
    await together(
      ids.map(id => unlessDone(GONE, () => revoke(half, group, [id]))),
    );
  }
}

async function revoke(
  { network: { account } }: Half,
  group: string,
  ids: string[],
): Promise<void> {
  await call(
    account,
    { action: 'ec2:RevokeSecurityGroupIngress', about: `on ${group}` },
    () =>
      account.ec2.send(
        new RevokeSecurityGroupIngressCommand({
          GroupId: group,
          SecurityGroupRuleIds: ids,
        }),
      ),
  );
}
