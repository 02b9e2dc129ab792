import type { EC2 } from '@aws-sdk/client-ec2';
import { present } from '../../testbed/awsClients.ts';
import { until } from './waiting.ts';

/** One end of a peering. */
export interface PeeringEnd {
  readonly ec2: EC2;
  readonly account: string;
  readonly vpcId: string;
  readonly cidr: string;
  /** Tables that lead to the other end. */
  readonly tables: readonly string[];
}

/** An active peering with DNS and routes both ways. */
export async function createPeering(
  requester: PeeringEnd,
  accepter: PeeringEnd,
): Promise<string> {
  const { VpcPeeringConnection } =
    await requester.ec2.createVpcPeeringConnection({
      VpcId: requester.vpcId,
      PeerVpcId: accepter.vpcId,
      PeerOwnerId: accepter.account,
    });
  const id = present(VpcPeeringConnection?.VpcPeeringConnectionId);
  const becomes = (status: string) =>
    until(
      () => statusOf(accepter.ec2, id),
      now => now === status,
    );
  await becomes('pending-acceptance');
  await accepter.ec2.acceptVpcPeeringConnection({ VpcPeeringConnectionId: id });
  await becomes('active');
  const allow = { AllowDnsResolutionFromRemoteVpc: true };
  await Promise.all([
    requester.ec2.modifyVpcPeeringConnectionOptions({
      VpcPeeringConnectionId: id,
      RequesterPeeringConnectionOptions: allow,
    }),
    accepter.ec2.modifyVpcPeeringConnectionOptions({
      VpcPeeringConnectionId: id,
      AccepterPeeringConnectionOptions: allow,
    }),
    route(requester, accepter.cidr, id),
    route(accepter, requester.cidr, id),
  ]);
  return id;
}

async function statusOf(ec2: EC2, id: string): Promise<string | undefined> {
  const { VpcPeeringConnections } = await ec2.describeVpcPeeringConnections({
    Filters: [{ Name: 'vpc-peering-connection-id', Values: [id] }],
  });
  return VpcPeeringConnections?.[0]?.Status?.Code;
}

async function route(
  { ec2, tables }: PeeringEnd,
  DestinationCidrBlock: string,
  VpcPeeringConnectionId: string,
): Promise<void> {
  await Promise.all(
    tables.map(RouteTableId =>
      ec2.createRoute({
        RouteTableId,
        DestinationCidrBlock,
        VpcPeeringConnectionId,
      }),
    ),
  );
}
