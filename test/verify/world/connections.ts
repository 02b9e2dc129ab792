import { createPeering, type PeeringEnd } from './peering.ts';
import type { Peerings, Sides, WorldSide } from './world.ts';

/** The two sides with each other, and the application with both. */
export async function peerAll({
  ledger,
  auditor,
  application,
}: Sides): Promise<Peerings> {
  const { ec2, place, vpcId, cidr, routeTable } = application;
  const caller: PeeringEnd = {
    ...{ ec2, vpcId, cidr },
    account: place.account,
    tables: [routeTable],
  };
  const [peeringId, ofLedger, ofAuditor] = await Promise.all([
    createPeering(endOf(auditor), endOf(ledger)),
    createPeering(caller, endOf(ledger)),
    createPeering(caller, endOf(auditor)),
  ]);
  return {
    peeringId,
    applicationPeerings: { ledger: ofLedger, auditor: ofAuditor },
  };
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
