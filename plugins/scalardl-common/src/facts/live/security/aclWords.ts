import { formatAddresses, union } from '../../ranges/addressSet';
import type { LiveNetworkAcl, LiveNetworkAclEntry } from '../aws';
import type { EntryDecision } from './entryDecisions';
import { formatPorts } from './rules';

/** How many entries are named at once. */
const SHOWN = 3;

const PROTOCOLS: Readonly<Record<string, string>> = {
  '-1': 'all',
  '6': 'tcp',
};

/** Packets on their way over the border of a subnet. */
export interface Passage {
  egress: boolean;
  /** Whether they answer calls. */
  answers: boolean;
}

/**
 * The entries that decide, all of them the same way, with what they decide on and in brackets what they say:
 * `acl-1 entry 90 in denies 10.2.0.0/20 :50051 (deny tcp 50000-50100 from 10.0.0.0/8)`.
 */
export function sayDecisions(
  { id }: LiveNetworkAcl,
  decisions: readonly EntryDecision[],
  passage: Passage,
): string {
  const parts = byEntry(decisions).map(same => sayEntry(same, passage));
  const shown = parts.slice(0, SHOWN).join(', ');
  return `${id} ${shown}${parts.length > SHOWN ? ', …' : ''}`;
}

/** What one entry decides on, for each span of ports together. */
function byEntry(decisions: readonly EntryDecision[]): EntryDecision[] {
  const groups = new Map<string, EntryDecision>();
  for (const decision of decisions) {
    const key = `${decision.entry?.ruleNumber} ${formatPorts(decision.ports)}`;
    const before = groups.get(key)?.addresses ?? [];
    const addresses = union(before, decision.addresses);
    groups.set(key, { ...decision, addresses });
  }
  return [...groups.values()];
}

function sayEntry(
  { entry, allow, addresses, ports }: EntryDecision,
  { egress, answers }: Passage,
): string {
  const [way, toward] = egress ? ['out', 'to'] : ['in', 'from'];
  const whom = `${answers ? `answers ${toward} ` : ''}${formatAddresses(addresses)} :${formatPorts(ports)}`;
  return entry
    ? `entry ${entry.ruleNumber} ${way} ${allow ? 'allows' : 'denies'} ${whom} (${ruleOf(entry, toward)})`
    : `has no entry ${way} that allows ${whom}`;
}

/** `deny tcp 50000-50100 from 10.0.0.0/8`, as the console shows the entry. */
function ruleOf(
  { allow, protocol, ports, cidr }: LiveNetworkAclEntry,
  toward: string,
): string {
  const what = PROTOCOLS[protocol] ?? `protocol ${protocol}`;
  return [
    allow ? 'allow' : 'deny',
    what,
    ...(ports && protocol !== '-1' ? [formatPorts(ports)] : []),
    toward,
    cidr,
  ].join(' ');
}
