import type { Certainty } from '../../kubernetes/certainty';
import { EVERY_ADDRESS, covers, union } from '../../ranges/addressSet';
import {
  type GroupBook,
  type OwnedRule,
  addressesOfRule,
  describeRule,
  rulesOfGroups,
  speaksOf,
} from './rules';

/** Whether groups admit every address to a port, and the rules that do. */
export interface Openness {
  answer: Certainty;
  detail: string;
}

/** Whether the groups of one interface together admit every IPv4 or every IPv6 address to a TCP port. */
export function openToEverybody(
  groupIds: readonly string[],
  port: number,
  book: GroupBook,
): Openness {
  const { rules, doubts } = rulesOfGroups(groupIds, 'ingress', book);
  const named = rules
    .filter(({ rule }) => speaksOf(rule, { protocol: 'tcp', port }))
    .map(owned => ({ owned, ...addressesOfRule(owned.rule, book) }))
    .filter(({ owned, addresses, doubts: unread }) =>
      [addresses, unread, owned.rule.ipv6Cidrs].some(list => list.length > 0),
    );
  const alone = named.find(
    ({ owned, addresses }) =>
      covers(addresses, EVERY_ADDRESS) || hasEveryIpv6(owned),
  );
  if (alone) return open([alone.owned], port);
  const all = union(...named.map(({ addresses }) => addresses));
  if (covers(all, EVERY_ADDRESS))
    return open(
      named.map(({ owned }) => owned),
      port,
    );
  const [doubt] = [...doubts, ...named.flatMap(each => each.doubts)];
  if (doubt !== undefined) return { answer: 'unknown', detail: doubt };
  const shown = named.map(({ owned }) => describeRule(owned)).slice(0, 2);
  const detail = `port ${port}: ${shown.join('; ') || 'no rule names addresses'}`;
  return { answer: 'no', detail };
}

function open(rules: readonly OwnedRule[], port: number): Openness {
  const shown = rules.map(owned => describeRule(owned) + origin(owned));
  const detail = `${shown.join(' and ')}: everybody may call port ${port}`;
  return { answer: 'yes', detail };
}

/** The cloud provider writes into its rules for which load balancer it opened the nodes. */
function origin({ rule: { description = '' } }: OwnedRule): string {
  return description.startsWith('kubernetes.io/rule/')
    ? ` (${description})`
    : '';
}

function hasEveryIpv6({ rule }: OwnedRule): boolean {
  return rule.ipv6Cidrs.some(range => range.endsWith('/0'));
}
