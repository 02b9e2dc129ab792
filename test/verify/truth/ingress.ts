import type { EC2, IpPermission } from '@aws-sdk/client-ec2';
import type { Undo } from '../world/kube.ts';
import type { SidePlan } from '../world/sidePlan.ts';
import type { WorldSide } from '../world/world.ts';

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

/** Puts rules in the place of others. */
export async function replaceIngress(
  ec2: EC2,
  group: string,
  { taken, given }: { taken: IpPermission[]; given: IpPermission[] },
): Promise<Undo> {
  const change = (IpPermissions: IpPermission[]) => ({
    GroupId: group,
    IpPermissions,
  });
  await ec2.revokeSecurityGroupIngress(change(taken));
  if (given.length > 0) {
    await ec2.authorizeSecurityGroupIngress(change(given));
  }
  return async () => {
    if (given.length > 0) await ec2.revokeSecurityGroupIngress(change(given));
    await ec2.authorizeSecurityGroupIngress(change(taken));
  };
}

/** TCP on ports from one to the other, from ranges. */
export function tcp(
  [FromPort, ToPort]: readonly [number, number],
  ...cidrs: readonly string[]
): IpPermission {
  return {
    IpProtocol: 'tcp',
    FromPort,
    ToPort,
    IpRanges: cidrs.map(CidrIp => ({ CidrIp })),
  };
}

/** How a side's load balancer admits a range: a rule for each of its two ports. */
export function entranceOf(
  { ports }: Pick<SidePlan, 'ports'>,
  ...cidrs: readonly string[]
): IpPermission[] {
  return [ports.client, ports.privileged].map(port =>
    tcp([port, port], ...cidrs),
  );
}

/** Lets the group of a side's load balancer admit a range in another way. */
export async function admitOtherwise(
  { ec2, plan }: Pick<WorldSide, 'ec2' | 'plan'>,
  range: string,
  given: IpPermission[],
): Promise<Undo> {
  const group = await balancerGroupOf(ec2, plan);
  return replaceIngress(ec2, group, { taken: entranceOf(plan, range), given });
}
