import type { TargetGroup } from '@aws-sdk/client-elastic-load-balancing-v2';
import { isAccessDenied } from '@scalardl-on-eks/action-toolkit/aws';
import type { LiveTargetGroup } from '@scalardl-on-eks/plugin-scalardl-common';
import type { SideAccess } from '../sideAccess';
import { forEach } from './batches';
import { call, list } from './call';
import { elasticLoadBalancing } from './clients';

/** The target groups of each load balancer, by its ARN. */
export async function readTargetGroups(
  access: SideAccess,
  balancerArns: readonly string[],
): Promise<ReadonlyMap<string, LiveTargetGroup[]>> {
  const wanted = new Set(balancerArns);
  if (wanted.size === 0) return new Map();
  const { client, paginateDescribeTargetGroups } =
    await elasticLoadBalancing(access);
  // One listing of the region costs less than a call for each load balancer.
  const all = await list(access, {
    action: 'elasticloadbalancing:DescribeTargetGroups',
    pages: options => paginateDescribeTargetGroups({ client }, {}, options),
    items: page => page.TargetGroups,
  });
  const used = all.filter(({ LoadBalancerArns = [] }) =>
    LoadBalancerArns.some(arn => wanted.has(arn)),
  );
  const understood = await forEach(used, async group => ({
    of: group.LoadBalancerArns ?? [],
    group: await understand(access, group),
  }));
  return new Map(
    balancerArns.map(arn => [
      arn,
      understood.filter(({ of }) => of.includes(arn)).map(({ group }) => group),
    ]),
  );
}

async function understand(
  access: SideAccess,
  group: TargetGroup,
): Promise<LiveTargetGroup> {
  const arn = group.TargetGroupArn ?? '';
  return {
    arn,
    port: group.Port ?? 0,
    protocol: group.Protocol ?? '',
    targetType: group.TargetType ?? '',
    preservesClientAddress: await preservesClientAddress(access, arn),
  };
}

/** `undefined` where the attribute may not be read, so that the load balancer itself stays known. */
async function preservesClientAddress(
  access: SideAccess,
  TargetGroupArn: string,
): Promise<boolean | undefined> {
  const { client, DescribeTargetGroupAttributesCommand } =
    await elasticLoadBalancing(access);
  try {
    const { Attributes = [] } = await call(
      access,
      {
        action: 'elasticloadbalancing:DescribeTargetGroupAttributes',
        about: `of ${TargetGroupArn}`,
      },
      options =>
        client.send(
          new DescribeTargetGroupAttributesCommand({ TargetGroupArn }),
          options,
        ),
    );
    const attribute = Attributes.find(
      ({ Key }) => Key === 'preserve_client_ip.enabled',
    );
    return attribute && attribute.Value === 'true';
  } catch (error) {
    if (error instanceof Error && isAccessDenied(error.cause)) return undefined;
    throw error;
  }
}
