import { present } from '../../testbed/awsClients.ts';
import type { WorldSide } from './side.ts';

/** Machines that no node group made, and a scaling group of the cluster's beside one of somebody else's. */
export interface Machines {
  /** Has the cluster's tag, and never joined. */
  readonly tagged: string;
  /** Is a node of the cluster, and has no tag. */
  readonly joined: string;
  /** Is a node of the cluster, and stands in another VPC. */
  readonly joinedElsewhere: string;
  /** Somebody else's in the same subnet. */
  readonly foreign: string;
  readonly scalingGroup: string;
}

const IMAGE = 'ami-0abcdef1234567890';

export async function createMachines(side: WorldSide): Promise<Machines> {
  const { scaling } = side.admin;
  const [subnet] = side.network.privateSubnets;
  const [tagged, joined, foreign, joinedElsewhere] = await Promise.all([
    run(side, { subnet, tag: `kubernetes.io/cluster/${side.cluster}` }),
    run(side, { subnet }),
    run(side, { subnet }),
    run(side, {}),
  ]);
  await scaling.createLaunchConfiguration({
    LaunchConfigurationName: 'machines',
    ImageId: IMAGE,
    InstanceType: 'm7i.xlarge',
  });
  const scalingGroup = 'self-managed';
  await createScalingGroup(side, scalingGroup, {
    [`k8s.io/cluster-autoscaler/${side.cluster}`]: 'owned',
  });
  await createScalingGroup(side, 'of-somebody-else', {});
  return { tagged, joined, joinedElsewhere, foreign, scalingGroup };
}

async function run(
  { admin }: WorldSide,
  { subnet, tag }: { subnet?: string; tag?: string },
): Promise<string> {
  const { Instances = [] } = await admin.ec2.runInstances({
    ImageId: IMAGE,
    InstanceType: 'c7i.xlarge',
    MinCount: 1,
    MaxCount: 1,
    SubnetId: subnet,
    TagSpecifications: tag
      ? [{ ResourceType: 'instance', Tags: [{ Key: tag, Value: 'owned' }] }]
      : undefined,
  });
  return present(Instances[0]?.InstanceId);
}

async function createScalingGroup(
  { admin, network }: WorldSide,
  AutoScalingGroupName: string,
  tags: Record<string, string>,
) {
  await admin.scaling.createAutoScalingGroup({
    AutoScalingGroupName,
    LaunchConfigurationName: 'machines',
    MinSize: 0,
    MaxSize: 2,
    VPCZoneIdentifier: network.privateSubnets[0],
    Tags: Object.entries(tags).map(([Key, Value]) => ({
      ...{ Key, Value, PropagateAtLaunch: false },
      ResourceId: AutoScalingGroupName,
      ResourceType: 'auto-scaling-group',
    })),
  });
}
