import type { Instance, Tag } from '@aws-sdk/client-ec2';
import { present } from '../../../testbed/awsClients.ts';
import type { Ground } from '../parts.ts';
import { MACHINE_DATA } from '../nodeGroup.ts';

/** Machines that nobody but their maker knows. */
export interface MachinesWish {
  readonly instanceType: string;
  /** Security groups; the cluster's own where they are left out. */
  readonly groups?: readonly string[];
  readonly tags: Readonly<Record<string, string>>;
}

const IMAGE = 'ami-0abcdef1234567890';

/** Starts a machine in each private subnet: encrypted disk, tokens for the metadata service, no public address. */
export function runMachines(
  { clients: { ec2 }, cluster, network }: Ground,
  { instanceType, groups = [cluster.clusterGroup], tags }: MachinesWish,
): Promise<Instance[]> {
  const Tags: Tag[] = Object.entries(tags).map(([Key, Value]) => ({
    Key,
    Value,
  }));
  return Promise.all(
    network.privateSubnets.map(async SubnetId => {
      const { Instances } = await ec2.runInstances({
        ...MACHINE_DATA,
        ImageId: IMAGE,
        InstanceType: instanceType as Instance['InstanceType'],
        MinCount: 1,
        MaxCount: 1,
        SubnetId,
        SecurityGroupIds: [...groups],
        TagSpecifications: [{ ResourceType: 'instance', Tags }],
      });
      return present(Instances?.[0]);
    }),
  );
}
