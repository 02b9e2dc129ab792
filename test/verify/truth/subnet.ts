import { present } from '../../testbed/awsClients.ts';
import type { Undo } from '../world/kube.ts';
import type { WorldSide } from '../world/world.ts';
import { addObjects } from './change.ts';

/** A subnet more in the first zone. */
export interface SubnetWish {
  readonly cidr: string;
  /** Route table that it uses. */
  readonly table?: string;
  readonly tags?: Readonly<Record<string, string>>;
}

export async function addSubnet(
  { ec2, network }: WorldSide,
  { cidr, table, tags = {} }: SubnetWish,
): Promise<{ id: string; remove: Undo }> {
  const { Subnet } = await ec2.createSubnet({
    VpcId: network.vpcId,
    CidrBlock: cidr,
    AvailabilityZone: 'ap-northeast-1a',
  });
  const id = present(Subnet?.SubnetId);
  const Tags = Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
  if (Tags.length > 0) await ec2.createTags({ Resources: [id], Tags });
  const { AssociationId } = await ec2.associateRouteTable({
    RouteTableId: table ?? network.privateTables[0],
    SubnetId: id,
  });
  return {
    id,
    async remove() {
      await ec2.disassociateRouteTable({ AssociationId });
      await ec2.deleteSubnet({ SubnetId: id });
    },
  };
}

/** The object that tells the VPC CNI to give pods of the first zone addresses of this subnet. */
export function useForPods(
  { kube, cluster }: WorldSide,
  subnet: string,
): Promise<Undo> {
  return addObjects(kube, {
    apiVersion: 'crd.k8s.amazonaws.com/v1alpha1',
    kind: 'ENIConfig',
    metadata: { name: 'ap-northeast-1a' },
    spec: { subnet, securityGroups: [cluster.clusterGroup] },
  });
}
