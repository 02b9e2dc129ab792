import type { World } from '../../world/world.ts';
import type { Mutation } from '../mutation.ts';

export const mutations: Mutation[] = [
  {
    name: 'targets are still at their first check in all zones but one',
    guideline: 'load-balancer-targets-healthy',
    async apply(world) {
      const [first, second] = await envoyAddresses(world);
      const states = [first, second].map((id = '') => ({
        id,
        state: 'initial',
        reason: 'Elb.InitialHealthChecking',
      }));
      await world.testbed.settings({ targets: states });
      return () => world.testbed.settings({ targets: [] });
    },
    expect: { 'load-balancer-targets-healthy/ledger': 'fail' },
    observed: 'initial',
  },
];

async function envoyAddresses({ ledger: { elb } }: World): Promise<string[]> {
  const { TargetGroups } = await elb.describeTargetGroups({});
  const { TargetHealthDescriptions = [] } = await elb.describeTargetHealth({
    TargetGroupArn: TargetGroups?.[0]?.TargetGroupArn,
  });
  return TargetHealthDescriptions.map(({ Target }) => Target?.Id ?? '');
}
