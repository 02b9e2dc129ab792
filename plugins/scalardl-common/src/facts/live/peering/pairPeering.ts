import type { Side } from '../../../report/report';
import type { LivePeering, LiveVpc } from '../aws';

/** One side, as far as its peerings are judged. */
export interface PeeredSide {
  vpc: LiveVpc;
  /** As this side's account and region list them. */
  peerings: readonly LivePeering[];
}

export type PeeredPair = Readonly<Record<Side, PeeredSide>>;

export const OTHER_SIDE: Readonly<Record<Side, Side>> = {
  ledger: 'auditor',
  auditor: 'ledger',
};

/** The peerings between two VPCs, whatever their status; either VPC may have asked. */
export function peeringsBetween(
  peerings: readonly LivePeering[],
  one: string,
  other: string,
): LivePeering[] {
  return peerings.filter(({ requester, accepter }) => {
    const ends = [requester.vpcId, accepter.vpcId];
    return ends.includes(one) && ends.includes(other);
  });
}

/** Those of them that carry packets. */
export function activePeerings(
  peerings: readonly LivePeering[],
  one: string,
  other: string,
): LivePeering[] {
  return peeringsBetween(peerings, one, other).filter(
    ({ status }) => status === 'active',
  );
}

/** Every peering between the two sides that the accounts of both list as active, as the Ledger's lists it. */
export function agreedPeerings({ ledger, auditor }: PeeredPair): LivePeering[] {
  const active = ({ peerings }: PeeredSide) =>
    activePeerings(peerings, ledger.vpc.id, auditor.vpc.id);
  const others = active(auditor);
  return active(ledger).filter(({ id }) =>
    others.some(other => other.id === id),
  );
}
