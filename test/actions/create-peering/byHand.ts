import { setTimeout as sleep } from 'node:timers/promises';
import { present } from '../../testbed/awsClients.ts';
import type { TestNetwork } from './network.ts';

/** Requests a peering as a person would, and waits until it can be accepted. */
export async function requestByHand(
  from: TestNetwork,
  to: TestNetwork,
): Promise<string> {
  const { VpcPeeringConnection } = await from.client.createVpcPeeringConnection(
    {
      VpcId: from.vpcId,
      PeerVpcId: to.vpcId,
      PeerOwnerId: to.place.account,
      PeerRegion: to.place.region,
    },
  );
  const id = present(VpcPeeringConnection?.VpcPeeringConnectionId);
  await reached(from, id, 'pending-acceptance');
  return id;
}

export async function connectByHand(
  from: TestNetwork,
  to: TestNetwork,
): Promise<string> {
  const id = await requestByHand(from, to);
  await to.client.acceptVpcPeeringConnection({ VpcPeeringConnectionId: id });
  await reached(from, id, 'active');
  return id;
}

export async function deleteByHand(
  { client }: TestNetwork,
  id: string,
): Promise<void> {
  await client.deleteVpcPeeringConnection({ VpcPeeringConnectionId: id });
  await reached({ client }, id, 'deleted');
}

async function reached(
  { client }: Pick<TestNetwork, 'client'>,
  id: string,
  status: string,
): Promise<void> {
  for (;;) {
    const { VpcPeeringConnections = [] } =
      await client.describeVpcPeeringConnections({
        VpcPeeringConnectionIds: [id],
      });
    if (VpcPeeringConnections[0]?.Status?.Code === status) return;
    await sleep(30);
  }
}

/** Every private table of a network leads to a range over a peering. */
export function routeByHand(
  { client, privateTables }: TestNetwork,
  destination: string,
  peering: string,
): Promise<unknown> {
  return Promise.all(
    privateTables.map(table =>
      client.createRoute({
        RouteTableId: table,
        DestinationCidrBlock: destination,
        VpcPeeringConnectionId: peering,
      }),
    ),
  );
}
