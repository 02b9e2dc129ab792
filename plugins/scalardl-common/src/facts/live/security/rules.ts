import { type AddressSet, union } from '../../ranges/addressSet';
import type { Fact } from '../../fact';
import type { LiveGroupRule, LivePrefixList, LiveSecurityGroup } from '../aws';
import { addressesIn } from './addressesIn';

export type Direction = 'ingress' | 'egress';
export type Protocol = 'tcp' | 'udp';

/** One rule and the group that holds it. */
export interface OwnedRule {
  groupId: string;
  direction: Direction;
  rule: LiveGroupRule;
}

/** The security groups of a VPC, and the prefix lists that their rules name. */
export interface GroupBook {
  securityGroups: Fact<readonly LiveSecurityGroup[]>;
  prefixLists: Fact<readonly LivePrefixList[]>;
}

/** What is known of some groups together: an interface obeys the union of the rules of all its groups. */
export interface GroupRules {
  rules: OwnedRule[];
  /** Why there may be more rules. */
  doubts: string[];
}

/** The rules of all groups in one direction. */
export function rulesOfGroups(
  groupIds: readonly string[],
  direction: Direction,
  { securityGroups }: GroupBook,
): GroupRules {
  if (!securityGroups.ok) return { rules: [], doubts: [securityGroups.reason] };
  const found = securityGroups.value.filter(({ id }) => groupIds.includes(id));
  const missing = groupIds.filter(
    groupId => !found.some(({ id }) => id === groupId),
  );
  return {
    rules: found.flatMap(group =>
      group[direction].map(rule => ({ groupId: group.id, direction, rule })),
    ),
    doubts: missing.map(id => `${id} is not among the groups of the VPC`),
  };
}

const PROTOCOL_NUMBERS: Readonly<Record<Protocol, string>> = {
  tcp: '6',
  udp: '17',
};

/** Whether the rule speaks of the port; one for all protocols speaks of every port. */
export function speaksOf(
  { protocol, ports }: LiveGroupRule,
  wanted: { protocol: Protocol; port: number },
): boolean {
  if (protocol === '-1') return true;
  if (
    protocol !== wanted.protocol &&
    protocol !== PROTOCOL_NUMBERS[wanted.protocol]
  )
    return false;
  return !ports || (ports.from <= wanted.port && wanted.port <= ports.to);
}

/** The IPv4 addresses that the rule names, and the prefix lists that were not read. */
export function addressesOfRule(
  { cidrs, prefixListIds }: LiveGroupRule,
  { prefixLists }: GroupBook,
): { addresses: AddressSet; doubts: string[] } {
  const lists = prefixLists.ok ? prefixLists.value : [];
  const found = lists.filter(({ id }) => prefixListIds.includes(id));
  const missing = prefixListIds.filter(
    listId => !found.some(({ id }) => id === listId),
  );
  const why = prefixLists.ok ? '' : `: ${prefixLists.reason}`;
  return {
    addresses: union(
      addressesIn(cidrs),
      ...found.map(list => addressesIn(list.cidrs)),
    ),
    doubts: missing.map(id => `prefix list ${id} was not read${why}`),
  };
}

/** `sg-1 rule tcp 50051-50052 from 10.2.0.0/20`. */
export function describeRule({ groupId, direction, rule }: OwnedRule): string {
  const { protocol, ports, cidrs, ipv6Cidrs, prefixListIds, groups } = rule;
  const ends = [
    ...cidrs,
    ...ipv6Cidrs,
    ...prefixListIds,
    ...groups.map(group => group.groupId),
  ];
  const shown = ends.slice(0, 3).join(', ');
  const what = [
    protocol === '-1' ? 'all' : protocol,
    ...(ports && protocol !== '-1' ? [formatPorts(ports)] : []),
  ].join(' ');
  const way = direction === 'ingress' ? 'from' : 'to';
  return `${groupId} rule ${what} ${way} ${shown}${ends.length > 3 ? ', …' : ''}`;
}

/** `50051-50052`, or `50051` where it is one port. */
export function formatPorts({
  from,
  to,
}: {
  from: number;
  to: number;
}): string {
  return from === to ? `${from}` : `${from}-${to}`;
}
