import type { SideAccess } from '../sideAccess';
import { batches, forEach } from './batches';
import { call } from './call';
import { elasticLoadBalancing } from './clients';
import { tagsOf } from './tags';

/** AWS takes 20 resources a call. */
const BATCH = 20;

/** The tags of each load balancer, by its ARN. */
export async function readBalancerTags(
  access: SideAccess,
  balancerArns: readonly string[],
): Promise<ReadonlyMap<string, Record<string, string>>> {
  const { client, DescribeTagsCommand } = await elasticLoadBalancing(access);
  const found = await forEach(batches(balancerArns, BATCH), ResourceArns =>
    call(access, { action: 'elasticloadbalancing:DescribeTags' }, options =>
      client.send(new DescribeTagsCommand({ ResourceArns }), options),
    ),
  );
  return new Map(
    found
      .flatMap(({ TagDescriptions = [] }) => TagDescriptions)
      .map(({ ResourceArn = '', Tags }) => [ResourceArn, tagsOf(Tags)]),
  );
}
