import type { Instance } from '@aws-sdk/client-ec2';
import type { WorldSide } from '../world/world.ts';

/** The running machines of a side's cluster. */
export async function machinesOf({
  ec2,
  plan,
}: WorldSide): Promise<Instance[]> {
  const { Reservations = [] } = await ec2.describeInstances({
    Filters: [
      { Name: 'tag:eks:cluster-name', Values: [plan.cluster] },
      { Name: 'instance-state-name', Values: ['running'] },
    ],
  });
  return Reservations.flatMap(({ Instances = [] }) => Instances);
}
