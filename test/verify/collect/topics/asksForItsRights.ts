/* eslint-disable jest/no-export, jest/require-top-level-describe -- defines tests for the suite that calls it */

import { AWS_COLLECTORS } from '@scalardl-on-eks/verify-guidelines/src/collect/aws';
import { iamActions } from '@scalardl-on-eks/verify-guidelines/src/policy/iamPolicy';
import { collectAws } from '../collectAws.ts';
import type { Ready } from '../onPair.ts';
import { actionsOf, fromKubernetes } from '../seen.ts';

/** Only where the product keeps its data in DynamoDB. */
const OF_TABLES = ['dynamodb:DescribeContinuousBackups', 'dynamodb:ListTables'];

/** Only where an account has no quota of its own. */
const OF_DEFAULTS = ['servicequotas:GetAWSDefaultServiceQuota'];

/** The policy in the README is made of what the collectors say of themselves. */
export function asksForItsRights(ready: () => Ready): void {
  const policy = iamActions(AWS_COLLECTORS);
  const without = (...actions: string[]) =>
    policy.filter(action => !actions.includes(action));

  it('call what the policy allows, and all of it', async () => {
    const { testbed, world } = ready();
    const before = (await testbed.calls()).length;
    const kubernetes = fromKubernetes(world.ledger);
    await collectAws(world.ledger, { kubernetes });
    expect(actionsOf(await testbed.calls(before))).toEqual(
      without(...OF_DEFAULTS),
    );
  });

  it('leave DynamoDB alone where the product does not use it', async () => {
    const { testbed, world } = ready();
    const before = (await testbed.calls()).length;
    const { tables } = await collectAws(world.ledger);
    expect(actionsOf(await testbed.calls(before))).toEqual(
      without(...OF_DEFAULTS, ...OF_TABLES),
    );
    expect(tables).toMatchObject({ ok: true, value: undefined });
  });

  it('ask for the default where the account has no quota of its own', async () => {
    const { testbed, world } = ready();
    const before = (await testbed.calls()).length;
    const none = await testbed.inject({
      match: { operation: 'GetServiceQuota' },
      effect: {
        kind: 'error',
        status: 400,
        code: 'NoSuchResourceException',
        message: 'The request failed because the quota does not exist.',
      },
    });
    const { quotas } = await collectAws(world.ledger);
    await none.remove();
    expect(quotas).toMatchObject({
      ok: true,
      value: { peeringsPerVpc: 50, rulesPerSecurityGroup: 60 },
    });
    expect(actionsOf(await testbed.calls(before))).toEqual(
      without(...OF_TABLES),
    );
  });
}
