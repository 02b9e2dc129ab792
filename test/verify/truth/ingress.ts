import type { EC2, IpPermission } from '@aws-sdk/client-ec2';
import type { Undo } from '../world/kube.ts';
import type { SidePlan } from '../world/sidePlan.ts';

/** Adds a rule to what a security group lets in. */
export async function allowIngress(
  ec2: EC2,
  GroupId: string,
  permission: IpPermission,
): Promise<Undo> {
  const change = { GroupId, IpPermissions: [permission] };
  await ec2.authorizeSecurityGroupIngress(change);
  return async () => void (await ec2.revokeSecurityGroupIngress(change));
}

/** Takes a rule away from what a security group lets in. */
export async function revokeIngress(
  ec2: EC2,
  GroupId: string,
  permission: IpPermission,
): Promise<Undo> {
  const change = { GroupId, IpPermissions: [permission] };
  await ec2.revokeSecurityGroupIngress(change);
  return async () => void (await ec2.authorizeSecurityGroupIngress(change));
}

/** The group that AWS Load Balancer Controller made for Envoy's load balancer. */
export async function balancerGroupOf(
  ec2: EC2,
  { namespace, release }: SidePlan,
): Promise<string> {
  const stack = `${namespace}/${release}-envoy`;
  const { SecurityGroups } = await ec2.describeSecurityGroups({
    Filters: [{ Name: 'tag:service.k8s.aws/stack', Values: [stack] }],
  });
  const id = SecurityGroups?.[0]?.GroupId;
  if (!id) throw new Error(`No group is tagged for ${stack}.`);
  return id;
}
