import type { World } from '../../world/world.ts';
import type { Mutation } from '../mutation.ts';

export const mutations: Mutation[] = [
  {
    name: 'targets are still at their first check in all zones but one',
    guideline: 'load-balancer-targets-healthy',
    async apply(world) {
      const [first, second] = await envoyAddresses(world);
      return statesAre(world, 'initial', first, second);
    },
    expect: { 'load-balancer-targets-healthy/ledger': 'fail' },
    observed: 'initial',
  },
  {
    name: 'one target of three is not healthy',
    guideline: 'load-balancer-targets-healthy',
    async apply(world) {
      const [first] = await envoyAddresses(world);
      return statesAre(world, 'unhealthy', first);
    },
    expect: {},
    because: 'two zones still have a healthy one',
  },
  {
    name: 'the targets of the privileged port are gone',
    guideline: 'load-balancer-targets-healthy',
    async apply({ auditor: { elb } }) {
      const { TargetGroups = [] } = await elb.describeTargetGroups({});
      const TargetGroupArn = TargetGroups.find(
        ({ Port }) => Port === 40052,
      )?.TargetGroupArn;
      const { TargetHealthDescriptions = [] } = await elb.describeTargetHealth({
        TargetGroupArn,
      });
      const Targets = TargetHealthDescriptions.map(({ Target }) => ({
        Id: Target?.Id,
        Port: Target?.Port,
      }));
      await elb.deregisterTargets({ TargetGroupArn, Targets });
      return async () =>
        void (await elb.registerTargets({ TargetGroupArn, Targets }));
    },
    expect: {
      // Without a target nobody knows which groups would have to admit the calls.
      'applications-reach-both-sides/application:shop': 'unknown',
      'ledger-reaches-auditor/pair': 'unknown',
      'load-balancer-targets-healthy/auditor': 'fail',
    },
    observed: '40052',
  },
];

async function statesAre(
  { testbed }: World,
  state: string,
  ...ids: (string | undefined)[]
) {
  const reason = 'Elb.InitialHealthChecking';
  await testbed.settings({
    targets: ids.map((id = '') => ({ id, state, reason })),
  });
  return () => testbed.settings({ targets: [] });
}

async function envoyAddresses({ ledger: { elb } }: World): Promise<string[]> {
  const { TargetGroups } = await elb.describeTargetGroups({});
  const { TargetHealthDescriptions = [] } = await elb.describeTargetHealth({
    TargetGroupArn: TargetGroups?.[0]?.TargetGroupArn,
  });
  return TargetHealthDescriptions.map(({ Target }) => Target?.Id ?? '');
}
