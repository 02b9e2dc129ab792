import { type AddressSet, union } from '../../ranges/addressSet';
import type { LiveNetworkAcl } from '../aws';
import type { Place } from '../balancers/places';
import { addressesIn } from './addressesIn';

/** One end of connections. */
export interface End {
  title: string;
  places: readonly Place[];
  /** The network ACLs of its VPC; `undefined` where that is not seen. */
  acls: readonly LiveNetworkAcl[] | undefined;
  /** How the other end sees it, where that is not by the ranges of its places. */
  shown?: readonly string[];
  /** True where it may have other addresses too: what does not admit them all is unknown. */
  vague?: boolean;
}

/** An end by its subnets, in which many targets may stand. */
export interface Party extends Omit<End, 'places' | 'shown'> {
  subnetIds: string[];
  /** How a subnet sees it; empty where that is not known, `undefined` where it is in that subnet alone. */
  seenFrom(subnetId: string): AddressSet | undefined;
}

/** The end as the other end's subnets see it. */
export function toParty({ title, acls, vague, places, shown }: End): Party {
  const bySubnet = new Map<string, AddressSet[]>();
  for (const { subnetId, ranges } of places) {
    const before = bySubnet.get(subnetId);
    if (before) before.push(addressesIn(ranges));
    else bySubnet.set(subnetId, [addressesIn(ranges)]);
  }
  const parts = [...bySubnet].map(([subnetId, sets]) => ({
    subnetId,
    addresses: union(...sets),
  }));
  return {
    title,
    acls,
    vague,
    subnetIds: parts.map(({ subnetId }) => subnetId),
    seenFrom: subnetId => {
      if (shown) return addressesIn(shown);
      const beyond = parts
        .filter(part => part.subnetId !== subnetId)
        .map(({ addresses }) => addresses);
      if (beyond.length === 0) return undefined;
      const known = beyond.every(addresses => addresses.length > 0);
      return known ? union(...beyond) : [];
    },
  };
}
