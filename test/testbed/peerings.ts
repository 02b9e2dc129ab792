import type { EC2, VpcPeeringConnection } from '@aws-sdk/client-ec2';
import { setTimeout as sleep } from 'node:timers/promises';
import { createVpc, present, type Place } from './awsClients.ts';

/** Seconds that each state of a peering lasts in these tests. */
export const PEERING_SECONDS = 0.05;

/** Two VPCs, and how their owners call. */
export interface Pair {
  readonly requester: EC2;
  readonly accepter: EC2;
  readonly vpc: string;
  readonly peerVpc: string;
}

export async function createPair(
  requester: EC2,
  accepter: EC2 = requester,
): Promise<Pair> {
  return {
    requester,
    accepter,
    vpc: await createVpc(requester, '10.1.0.0/16'),
    peerVpc: await createVpc(accepter, '10.2.0.0/16'),
  };
}

/** Requests a peering; `peer` where the other VPC stands elsewhere. */
export async function request(
  { requester, vpc, peerVpc }: Pair,
  peer: Partial<Place> = {},
): Promise<string> {
  const { VpcPeeringConnection: peering } =
    await requester.createVpcPeeringConnection({
      VpcId: vpc,
      PeerVpcId: peerVpc,
      PeerOwnerId: peer.account,
      PeerRegion: peer.region,
    });
  return present(peering?.VpcPeeringConnectionId);
}

export async function describePeering(
  client: EC2,
  id: string,
): Promise<VpcPeeringConnection> {
  const { VpcPeeringConnections: peerings } =
    await client.describeVpcPeeringConnections({
      VpcPeeringConnectionIds: [id],
    });
  return present(peerings?.[0]);
}

/** Waits until the peering is in this state, as its reader sees it. */
export async function reached(
  client: EC2,
  id: string,
  status: string,
): Promise<VpcPeeringConnection> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const peering = await describePeering(client, id).catch(() => undefined);
    if (peering?.Status?.Code === status) return peering;
    await sleep(20);
  }
  throw new Error(`${id} did not become ${status}.`);
}

/** An active peering of the pair. */
export async function establish(
  pair: Pair,
  peer: Partial<Place> = {},
): Promise<string> {
  const id = await request(pair, peer);
  await reached(pair.accepter, id, 'pending-acceptance');
  await accept(pair.accepter, id);
  await reached(pair.requester, id, 'active');
  return id;
}

export function accept(client: EC2, id: string) {
  return client.acceptVpcPeeringConnection({ VpcPeeringConnectionId: id });
}

export function remove(client: EC2, id: string) {
  return client.deleteVpcPeeringConnection({ VpcPeeringConnectionId: id });
}
