import {
  type AddressSet,
  difference,
  formatAddresses,
} from '../../ranges/addressSet';
import {
  type GroupBook,
  type OwnedRule,
  addressesOfRule,
  rulesOfGroups,
  speaksOf,
} from './rules';

/** A rule that admits somebody from outside. */
export interface Opening {
  rule: OwnedRule;
  /** Whom it admits, in words. */
  whom: string;
}

/** What a group opens on a port to others than the own network. */
export interface Openings {
  openings: Opening[];
  /** Why there may be more. */
  doubts: string[];
}

/** The own network, to which ports may be open. */
export interface Inside {
  addresses: AddressSet;
  /** Its IPv6 ranges; where there are none nobody comes by IPv6. */
  ipv6Cidrs: readonly string[];
}

/** The rules of a group that admit TCP on a port from beyond the own network. */
export function openingsOf(
  groupId: string,
  { port, inside }: { port: number; inside: Inside },
  book: GroupBook,
): Openings {
  const { rules, doubts } = rulesOfGroups([groupId], 'ingress', book);
  const found: Openings = { openings: [], doubts: [...doubts] };
  for (const owned of rules) {
    if (!speaksOf(owned.rule, { protocol: 'tcp', port })) continue;
    const { addresses, doubts: unread } = addressesOfRule(owned.rule, book);
    const beyond = difference(addresses, inside.addresses);
    const peers = [
      ...(beyond.length > 0 ? [formatAddresses(beyond)] : []),
      ...foreignIpv6(owned, inside),
      ...foreignGroups(owned),
    ];
    if (peers.length > 0)
      found.openings.push({ rule: owned, whom: peers.join(', ') });
    else found.doubts.push(...unread);
  }
  return found;
}

function foreignIpv6({ rule }: OwnedRule, { ipv6Cidrs }: Inside): string[] {
  if (ipv6Cidrs.length === 0) return [];
  return rule.ipv6Cidrs.filter(range => !ipv6Cidrs.includes(range));
}

/** Groups of a VPC at the other end of a peering that is up. */
function foreignGroups({ rule }: OwnedRule): string[] {
  return rule.groups
    .filter(
      ({ peeringId, peeringStatus }) =>
        peeringId !== undefined && (peeringStatus ?? 'active') === 'active',
    )
    .map(({ groupId }) => groupId);
}
