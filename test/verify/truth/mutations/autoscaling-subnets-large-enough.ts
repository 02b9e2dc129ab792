import type { Undo } from '../../world/kube.ts';
import type { WorldSide } from '../../world/world.ts';
import { addObjects, allBack } from '../change.ts';
import type { Mutation } from '../mutation.ts';

export const mutations: Mutation[] = [
  {
    name: 'pods get their addresses from a small subnet of their own',
    guideline: 'autoscaling-subnets-large-enough',
    apply: ({ ledger }) => smallPodSubnet(ledger),
    expect: { 'autoscaling-subnets-large-enough/ledger': 'fail' },
    observed: '/26',
  },
];

/** A subnet like the node's own, and the object that tells the VPC CNI to use it. */
async function smallPodSubnet(side: WorldSide): Promise<Undo> {
  const { ec2, network, kube, cluster } = side;
  const { Subnet } = await ec2.createSubnet({
    VpcId: network.vpcId,
    CidrBlock: '10.1.12.0/26',
    AvailabilityZone: 'ap-northeast-1a',
  });
  const SubnetId = Subnet?.SubnetId ?? '';
  const { AssociationId } = await ec2.associateRouteTable({
    RouteTableId: network.privateTables[0],
    SubnetId,
  });
  const config = await addObjects(kube, {
    apiVersion: 'crd.k8s.amazonaws.com/v1alpha1',
    kind: 'ENIConfig',
    metadata: { name: 'ap-northeast-1a' },
    spec: { subnet: SubnetId, securityGroups: [cluster.clusterGroup] },
  });
  return allBack(async () => {
    await ec2.disassociateRouteTable({ AssociationId });
    await ec2.deleteSubnet({ SubnetId });
  }, config);
}
