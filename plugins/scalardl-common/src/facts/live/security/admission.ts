import type { Certainty } from '../../kubernetes/certainty';
import {
  type AddressSet,
  covers,
  difference,
  formatAddresses,
  union,
} from '../../ranges/addressSet';
import type { LiveGroupRule } from '../aws';
import { addressesIn } from './addressesIn';
import type { Peer } from './peer';
import {
  type Direction,
  type GroupBook,
  type OwnedRule,
  type Protocol,
  addressesOfRule,
  describeRule,
  rulesOfGroups,
  speaksOf,
} from './rules';

/** A connection as one end's groups see it. */
export interface Wanted {
  direction: Direction;
  protocol?: Protocol;
  /** Port of the end that is called. */
  port: number;
  peer: Peer;
}

/** Whether groups let a connection through, and the rules that decide. */
export interface Admission {
  answer: Certainty;
  detail: string;
}

interface Match {
  rule: OwnedRule;
  addresses: AddressSet;
  doubts: string[];
}

/**
 * Whether the groups of one interface let a connection through. Rules only allow, those of all groups add up, and
 * several ranges may cover the peer together
 * (https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html).
 */
export function admission(
  groupIds: readonly string[],
  wanted: Wanted,
  book: GroupBook,
): Admission {
  const { direction, protocol = 'tcp', port, peer } = wanted;
  const { rules, doubts } = rulesOfGroups(groupIds, direction, book);
  const matches = rules
    .filter(({ rule }) => speaksOf(rule, { protocol, port }))
    .map(rule => match(rule, peer, book));
  const admitted = union(...matches.map(({ addresses }) => addresses));
  const everywhere = addressesIn(peer.ranges);
  const missing = difference(everywhere, admitted);
  if (everywhere.length === 0) {
    const detail = `no IPv4 address of ${peer.title} is known`;
    return { answer: 'unknown', detail };
  }
  if (missing.length === 0)
    return { answer: 'yes', detail: describe(matches, peer) };
  const [doubt] = [...doubts, ...matches.flatMap(each => each.doubts)];
  const way = direction === 'ingress' ? 'from' : 'to';
  const refused = `no rule of ${groupIds.join(', ') || 'any group'} admits ${protocol} ${port} ${way} ${peer.title} ${formatAddresses(missing)}`;
  if (doubt !== undefined)
    return { answer: 'unknown', detail: `${refused}, but ${doubt}` };
  return { answer: peer.vague ? 'unknown' : 'no', detail: refused };
}

function match(rule: OwnedRule, peer: Peer, book: GroupBook): Match {
  const { addresses, doubts } = addressesOfRule(rule.rule, book);
  const references = rule.rule.groups.map(group => matchGroup(group, peer));
  return {
    rule,
    addresses: references.includes('yes')
      ? addressesIn(peer.ranges)
      : addresses,
    doubts: references.includes('unknown')
      ? [
          ...doubts,
          `${describeRule(rule)} names a group of a network that is not seen`,
        ]
      : doubts,
  };
}

/** A group of a peer whose peering is gone is stale and matches nobody. */
function matchGroup(
  { groupId, peeringId, peeringStatus }: LiveGroupRule['groups'][number],
  { groupIds }: Peer,
): Certainty {
  const acrossPeering = peeringId !== undefined;
  if (
    acrossPeering &&
    peeringStatus !== undefined &&
    peeringStatus !== 'active'
  )
    return 'no';
  if (groupIds === undefined) return acrossPeering ? 'unknown' : 'no';
  if (!groupIds.includes(groupId)) return 'no';
  return acrossPeering && peeringStatus === undefined ? 'unknown' : 'yes';
}

/** The rule that admits the whole peer, or those that do so together. */
function describe(matches: readonly Match[], { ranges, title }: Peer): string {
  const wanted = addressesIn(ranges);
  const sufficient = matches.find(each => covers(each.addresses, wanted));
  const chosen = sufficient
    ? [sufficient]
    : matches.filter(
        each => !covers(difference(wanted, each.addresses), wanted),
      );
  const shown = chosen.map(({ rule }) => describeRule(rule)).join(' and ');
  return `${shown} ${chosen.length > 1 ? 'admit' : 'admits'} ${title}`;
}

/** The worst of several: one that refuses decides, then one that is unknown. */
export function worst(admissions: readonly Admission[]): Admission | undefined {
  return (['no', 'unknown', 'yes'] as const)
    .map(answer => admissions.find(each => each.answer === answer))
    .find(found => found !== undefined);
}
