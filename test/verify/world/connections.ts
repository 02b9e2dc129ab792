import { createPeering, type PeeringEnd } from './peering.ts';
import type { Peerings, Sides, WorldSide } from './world.ts';

/** The two sides with each other, and the application with both; each by the account that owns its VPC. */
export async function peerAll(sides: Sides): Promise<Peerings> {
  const [peeringId, applicationPeerings] = await Promise.all([
    createPeering(endOf(sides.auditor), endOf(sides.ledger)),
    peerApplication(sides),
  ]);
  return { peeringId, applicationPeerings };
}

/** The application with both sides. */
export async function peerApplication({
  ledger,
  auditor,
  application,
}: Sides): Promise<Peerings['applicationPeerings']> {
  const { ec2, place, vpcId, cidr, routeTable } = application;
  const caller: PeeringEnd = {
    ...{ ec2, vpcId, cidr },
    account: place.account,
    tables: [routeTable],
  };
  const [ofLedger, ofAuditor] = await Promise.all([
    createPeering(caller, endOf(ledger)),
    createPeering(caller, endOf(auditor)),
  ]);
  return { ledger: ofLedger, auditor: ofAuditor };
}

function endOf({ ec2, place, network, plan }: WorldSide): PeeringEnd {
  return {
    ec2,
    account: place.account,
    vpcId: network.vpcId,
    cidr: plan.cidr,
    tables: network.privateTables,
  };
}
