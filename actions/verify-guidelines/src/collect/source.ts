import type { SideLiveFacts } from '@scalardl-on-eks/plugin-scalardl-common';
import type { AnyCollector } from './collector';
import type { SideAccess } from './sideAccess';

/** What a collector reads, as IAM and Kubernetes name it: `ec2:DescribeSubnets`, `list pods`. */
export function readsOf({ aws = [], kubernetes = [] }: AnyCollector): string {
  const objects = kubernetes.map(({ group, resource, verb }) =>
    [verb, group ? `${resource}.${group}` : resource].join(' '),
  );
  return [...aws, ...objects].join(', ');
}

/** Where a fact comes from: `ec2:DescribeSubnets in 111111111111/ap-northeast-1`. */
export function sourceOf(
  collector: AnyCollector,
  { access, given }: { access: SideAccess; given: SideLiveFacts },
): string {
  const { cluster, aws } = access.target;
  if (!collector.aws) return `${readsOf(collector)} in cluster ${cluster}`;
  // Only where it was waited for, so that the same world is always told in the same words.
  const account =
    collector.needs?.includes('cluster') && given.cluster.ok
      ? `${given.cluster.value.accountId}/`
      : '';
  return `${readsOf(collector)} in ${account}${aws.region}`;
}
