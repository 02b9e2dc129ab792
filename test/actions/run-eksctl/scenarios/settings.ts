/* eslint-disable jest/no-standalone-expect -- a scenario, which a test awaits */
import { smallCluster } from '../clusterConfig.ts';
import { changedNothing, type Scenario, succeeded } from '../scenario.ts';

const NAME = 'settings';
const PRINCIPAL = 'arn:aws:iam::999999999999:role/reader';

/** As a person would edit the file. */
function edited(text: string): string {
  return text
    .replace('- audit', '- audit\n      - scheduler')
    .replace(
      'authenticationMode: API',
      `authenticationMode: API\n  accessEntries: [{principalARN: "${PRINCIPAL}"}]`,
    )
    .replace(
      'name: vpc-cni',
      `name: vpc-cni\n    configurationValues: '{"enableNetworkPolicy":"true"}'`,
    )
    .concat('upgradePolicy: {supportType: STANDARD}\n');
}

export const settings: Scenario = {
  title:
    'changes logs, support type, access entries, add-ons and the subnets of the control plane',
  async run(bed) {
    const text = smallCluster({ name: NAME });
    const tenant = await bed.tenant(NAME, text);
    succeeded(await tenant.run());

    await tenant.write(edited(text));
    const inputs = { 'control-plane-subnets': 'private' };
    const plan = await tenant.run({ inputs: { ...inputs, mode: 'plan' } });
    changedNothing(succeeded(plan));
    expect(kindsOf(plan.outputs.plan)).toEqual([
      'add-access-entries',
      'set-logging',
      'set-support-type',
      'update-addons',
      'move-control-plane',
    ]);

    const run = succeeded(await tenant.run({ inputs }));
    expect(run.outputs.plan).toBe(plan.outputs.plan);
    expect(run.summary).toContain('audit, scheduler');
    changedNothing(succeeded(await tenant.run({ inputs })));
  },
};

function kindsOf(plan = ''): string[] {
  const { steps } = JSON.parse(plan) as { steps: { kind: string }[] };
  return steps.map(({ kind }) => kind);
}
