import { onBed } from './onBed.ts';
import { inParallel } from './inParallel.ts';
import { errorsOf, warningsOf } from './told.ts';

/** Needs no permission, or only warns where it is missing. */
const NOT_NEEDED = ['GetCallerIdentity', 'ListServiceQuotas'];

onBed('create-peering without a permission', bed => {
  it('names the action and what to do, for each of them', async () => {
    const undisturbed = await bed().pair();
    const calls = [
      ...(await undisturbed.run()).calls,
      ...(await undisturbed.run({ inputs: { state: 'absent' } })).calls,
    ];
    const actions = new Map(
      calls
        .filter(({ operation }) => !NOT_NEEDED.includes(operation))
        .map(({ service, operation, write }) => [
          `${service}:${operation}`,
          { operation, write },
        ]),
    );
    expect(actions.size).toBeGreaterThan(12);
    await inParallel([...actions], async ([action, { operation, write }]) => {
      const pair = await bed().pair();
      const isRemoval = /^(?:Delete|Revoke)/.test(operation);
      if (isRemoval) await pair.run();
      const denied = await bed().testbed.inject({
        match: { account: pair.auditor.place.account, operation },
        effect: { kind: 'deny' },
      });
      const run = await pair.run({
        inputs: { state: isRemoval ? 'absent' : 'present' },
      });
      await denied.remove();
      const errors = errorsOf(run);
      expect({ action, errors: errors.length }).toEqual({ action, errors: 1 });
      expect(errors[0]).toContain(`${action} `);
      expect(errors[0]).toContain(`Allow ${action} in the policy of that role`);
      expect(run.exitCode).toBe(1);
      // Everything is read before the first change.
      const changes = write ? [] : run.writes;
      expect({ action, changes }).toEqual({ action, changes: [] });
    });
  });

  it('goes on without the quotas, and says so', async () => {
    const pair = await bed().pair();
    await bed().testbed.inject({
      match: {
        account: pair.auditor.place.account,
        operation: 'ListServiceQuotas',
      },
      effect: { kind: 'deny' },
    });
    const run = await pair.run();
    expect(errorsOf(run)).toEqual([]);
    expect(warningsOf(run).join()).toContain(
      'were not compared: servicequotas:ListServiceQuotas',
    );
  });
});
