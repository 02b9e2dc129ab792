import { changeObject } from '../change.ts';
import { balancerGroupOf } from '../ingress.ts';
import type { Mutation } from '../mutation.ts';
import { pathsOf } from '../paths.ts';
import { until } from '../../world/waiting.ts';
import type { WorldSide } from '../../world/world.ts';

const ANNOTATION = 'service.beta.kubernetes.io/load-balancer-source-ranges';

export const mutations: Mutation[] = [
  {
    name: 'the Service names no ranges, so that its controller admits everybody',
    guideline: 'restricted-source-ranges',
    async apply({ ledger }) {
      const back = await changeObject(
        ledger.kube,
        pathsOf(ledger.plan).envoyService,
        { metadata: { annotations: { [ANNOTATION]: null } } },
      );
      await admitsEverybody(ledger, true);
      return async () => {
        await back();
        await admitsEverybody(ledger, false);
      };
    },
    expect: { 'restricted-source-ranges/ledger': 'fail' },
    observed: '0.0.0.0/0',
  },
];

/** Waits for the controller. */
async function admitsEverybody(
  { ec2, plan }: WorldSide,
  wanted: boolean,
): Promise<void> {
  const group = await balancerGroupOf(ec2, plan);
  await until(
    async () => {
      const { SecurityGroups } = await ec2.describeSecurityGroups({
        GroupIds: [group],
      });
      return SecurityGroups?.[0]?.IpPermissions?.some(({ IpRanges }) =>
        IpRanges?.some(({ CidrIp }) => CidrIp === '0.0.0.0/0'),
      );
    },
    open => open === wanted,
  );
}
