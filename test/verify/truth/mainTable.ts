import { present } from '../../testbed/awsClients.ts';
import type { Undo } from '../world/kube.ts';
import type { WorldSide } from '../world/world.ts';

/** Takes away what ties a private subnet to its route table, so that it uses the VPC's main one. */
export async function ontoMainTable(
  { ec2, network }: Pick<WorldSide, 'ec2' | 'network'>,
  index: number,
): Promise<Undo> {
  const SubnetId = present(network.privateSubnets[index]);
  const RouteTableId = present(network.privateTables[index]);
  const { RouteTables } = await ec2.describeRouteTables({
    RouteTableIds: [RouteTableId],
  });
  const AssociationId =
    RouteTables?.[0]?.Associations?.[0]?.RouteTableAssociationId;
  await ec2.disassociateRouteTable({ AssociationId });
  return async () =>
    void (await ec2.associateRouteTable({ RouteTableId, SubnetId }));
}
