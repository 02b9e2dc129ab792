import type { Action } from '@aws-sdk/client-elastic-load-balancing-v2';
import type { LiveListener } from '@scalardl-on-eks/plugin-scalardl-common';
import type { SideAccess } from '../sideAccess';
import { list } from './call';
import { elasticLoadBalancing } from './clients';
import { present } from './present';

/** The listeners of a load balancer; AWS answers them one load balancer a call. */
export async function readListeners(
  access: SideAccess,
  arn: string,
): Promise<LiveListener[]> {
  const { client, paginateDescribeListeners } =
    await elasticLoadBalancing(access);
  const found = await list(access, {
    action: 'elasticloadbalancing:DescribeListeners',
    about: `of ${arn}`,
    pages: options =>
      paginateDescribeListeners({ client }, { LoadBalancerArn: arn }, options),
    items: page => page.Listeners,
  });
  return found.map(({ Port = 0, Protocol = '', DefaultActions = [] }) => ({
    port: Port,
    protocol: Protocol,
    targetGroupArns: [...new Set(DefaultActions.flatMap(targetsOf))],
  }));
}

/** An action with one target group names it twice, one with several only in its configuration. */
function targetsOf({ TargetGroupArn, ForwardConfig }: Action): string[] {
  const { TargetGroups = [] } = ForwardConfig ?? {};
  const several = TargetGroups.map(group => group.TargetGroupArn);
  return present([TargetGroupArn, ...several]);
}
