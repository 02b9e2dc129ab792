import type { TargetHealthDescription } from '@aws-sdk/client-elastic-load-balancing-v2';
import type { LiveTargetHealth } from '@scalardl-on-eks/plugin-scalardl-common';
import { collector, valueOf } from '../collector';
import { forEach } from './batches';
import { call } from './call';
import { elasticLoadBalancing } from './clients';

export const targetHealth = collector({
  fact: 'targetHealth',
  needs: ['loadBalancers'],
  aws: ['elasticloadbalancing:DescribeTargetHealth'],
  async collect(access, given) {
    const groups = valueOf(given, 'loadBalancers').flatMap(
      ({ targetGroups }) => targetGroups,
    );
    const arns = new Set(groups.map(({ arn }) => arn));
    const { client, DescribeTargetHealthCommand } =
      await elasticLoadBalancing(access);
    return forEach([...arns], async TargetGroupArn => {
      const { TargetHealthDescriptions = [] } = await call(
        access,
        {
          action: 'elasticloadbalancing:DescribeTargetHealth',
          about: `of ${TargetGroupArn}`,
        },
        options =>
          client.send(
            new DescribeTargetHealthCommand({ TargetGroupArn }),
            options,
          ),
      );
      return {
        targetGroupArn: TargetGroupArn,
        targets: TargetHealthDescriptions.map(understand),
      };
    });
  },
});

function understand({
  Target,
  TargetHealth,
}: TargetHealthDescription): LiveTargetHealth['targets'][0] {
  return {
    id: Target?.Id ?? '',
    port: Target?.Port ?? 0,
    zone: Target?.AvailabilityZone,
    state: TargetHealth?.State ?? '',
    reason: TargetHealth?.Reason,
  };
}
