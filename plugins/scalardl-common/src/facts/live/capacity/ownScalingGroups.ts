import type { SideLiveFacts } from '../liveFacts';

/**
 * Why machines may come of an Auto Scaling group that no managed node group has, as self-managed nodes do;
 * `undefined` where there is none.
 */
export function ownScalingGroups({
  nodeGroups,
  autoScalingGroups,
}: SideLiveFacts): string | undefined {
  if (!nodeGroups.ok) return nodeGroups.reason;
  if (!autoScalingGroups.ok) return autoScalingGroups.reason;
  const managed = nodeGroups.value.flatMap(group => group.autoScalingGroups);
  const own = autoScalingGroups.value.find(
    ({ name }) => !managed.includes(name),
  );
  return (
    own &&
    `what ${own.name}, which no managed node group has, may start is not judged`
  );
}
