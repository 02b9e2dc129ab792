import type { Link } from '../link/link';

/** Ports without a security group to open them in. */
export function portConflicts({ halves, connection }: Link): string[] {
  return halves
    .filter(
      ({ open, network }) => open.length > 0 && network.groups.length === 0,
    )
    .map(
      ({ network }) =>
        `${network.key}.securityGroups: expected the security groups that carry the traffic of ${connection.name}, because ${network.name} is no cluster; received nothing.`,
    );
}
