import { addressSet, formatAddresses } from '../../ranges/addressSet';
import type { LiveNetworkAcl } from '../aws';
import type { Place } from '../balancers/places';
import {
  type EntryDecision,
  type PortRange,
  entryDecisions,
} from './entryDecisions';
import type { Gate } from './gate';
import { formatPorts } from './rules';

/** Ports from which callers call, and to which answers go (https://docs.aws.amazon.com/vpc/latest/userguide/custom-network-acl.html#nacl-ephemeral-ports). */
const RETURN_PORTS: PortRange = { from: 1024, to: 65535 };

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

/** Connections from one end to a port of another. */
export interface Leg {
  from: End;
  to: End;
  port: number;
}

/**
 * The network ACLs on both ends of connections, there and back: they are stateless, so answers need an entry of
 * their own. Inside a subnet there is none.
 */
export function aclGates({ from, to, port }: Leg): Gate[] {
  const there = { from: port, to: port };
  return [
    ...borderGates(from, to, { egress: true, ports: there }),
    ...borderGates(to, from, { egress: false, ports: there }),
    ...borderGates(to, from, { egress: true, ports: RETURN_PORTS }),
    ...borderGates(from, to, { egress: false, ports: RETURN_PORTS }),
  ];
}

interface Border {
  egress: boolean;
  ports: PortRange;
}

/** A gate for each ACL of this end. */
function borderGates(here: End, far: End, border: Border): Gate[] {
  if (!here.acls) return [];
  const byAcl = new Map<string, { acl: LiveNetworkAcl; ranges: Set<string> }>();
  const gates: Gate[] = [];
  for (const { subnetId } of here.places) {
    const ranges = rangesBeyond(subnetId, far);
    if (!ranges) continue;
    const acl = here.acls.find(({ subnetIds }) => subnetIds.includes(subnetId));
    if (acl) {
      const before = byAcl.get(acl.id)?.ranges ?? [];
      byAcl.set(acl.id, { acl, ranges: new Set([...before, ...ranges]) });
    } else {
      const detail = `no network ACL of ${subnetId} was read`;
      gates.push({ id: subnetId, answer: 'unknown', detail });
    }
  }
  return [
    ...gates,
    ...[...byAcl.values()].map(({ acl, ranges }) =>
      aclGate(acl, { ...border, ranges: [...ranges], here, far }),
    ),
  ];
}

/** `undefined` where the far end is nowhere but in the same subnet. */
function rangesBeyond(
  subnetId: string,
  { places, shown }: End,
): readonly string[] | undefined {
  if (shown) return shown;
  const beyond = places.filter(place => place.subnetId !== subnetId);
  const known = beyond.every(({ ranges }) => ranges.length > 0);
  if (!known) return [];
  return beyond.length === 0
    ? undefined
    : beyond.flatMap(({ ranges }) => ranges);
}

function aclGate(
  acl: LiveNetworkAcl,
  {
    egress,
    ports,
    ranges,
    here,
    far,
  }: Border & { ranges: string[]; here: End; far: End },
): Gate {
  const decisions = entryDecisions(acl.entries, {
    egress,
    ports,
    addresses: addressSet(ranges),
  });
  const [way, other] = egress ? ['out', 'to'] : ['in', 'from'];
  const id = `${acl.id} ${way}: ${here.title} ${other} ${far.title} :${formatPorts(ports)}`;
  const refused = decisions.find(({ allow }) => !allow);
  if (refused) {
    const answer = far.vague ? 'unknown' : 'no';
    return { id, answer, detail: describe(acl, refused, way) };
  }
  const [first] = decisions;
  return first
    ? { id, answer: 'yes', detail: describe(acl, first, way) }
    : { id, answer: 'unknown', detail: `no address of ${far.title} is known` };
}

/** `acl-1 entry 90 in denies 10.2.0.0-10.2.15.255 :50051`. */
function describe(
  { id }: LiveNetworkAcl,
  { entry, allow, addresses, ports }: EntryDecision,
  way: string,
): string {
  const what = `${allow ? 'allows' : 'denies'} ${formatAddresses(addresses)} :${formatPorts(ports)}`;
  return entry
    ? `${id} entry ${entry.ruleNumber} ${way} ${what}`
    : `${id} has no entry ${way} that allows ${formatAddresses(addresses)} :${formatPorts(ports)}`;
}
