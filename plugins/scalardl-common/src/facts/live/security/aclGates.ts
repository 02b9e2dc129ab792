import {
  type AddressSet,
  formatAddresses,
  union,
} from '../../ranges/addressSet';
import type { LiveNetworkAcl } from '../aws';
import { type End, type Party, toParty } from './aclEnd';
import {
  type EntryDecision,
  type PortRange,
  entryDecisions,
} from './entryDecisions';
import { type Gate, unreadGate } from './gate';
import { formatPorts } from './rules';

/** Ports from which callers call, and to which answers go (https://docs.aws.amazon.com/vpc/latest/userguide/custom-network-acl.html#nacl-ephemeral-ports). */
const RETURN_PORTS: PortRange = { from: 1024, to: 65535 };

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
  const [caller, callee] = [toParty(from), toParty(to)];
  return [
    ...borderGates(caller, callee, { egress: true, ports: there }),
    ...borderGates(callee, caller, { egress: false, ports: there }),
    ...borderGates(callee, caller, { egress: true, ports: RETURN_PORTS }),
    ...borderGates(caller, callee, { egress: false, ports: RETURN_PORTS }),
  ];
}

interface Border {
  egress: boolean;
  ports: PortRange;
}

/** A gate for each ACL of this end. */
function borderGates(here: Party, far: Party, border: Border): Gate[] {
  const { acls } = here;
  if (!acls) return [];
  const bySubnet = here.subnetIds.flatMap(subnetId => {
    const addresses = far.seenFrom(subnetId);
    const acl = acls.find(({ subnetIds }) => subnetIds.includes(subnetId));
    return addresses ? [{ subnetId, addresses, acl }] : [];
  });
  const without = bySubnet.filter(({ acl }) => !acl);
  const found = new Set(bySubnet.flatMap(({ acl }) => acl ?? []));
  return [
    ...without.map(({ subnetId }) =>
      unreadGate(subnetId, `no network ACL of ${subnetId} was read`),
    ),
    ...[...found].map(acl => {
      const seen = bySubnet
        .filter(each => each.acl === acl)
        .map(each => each.addresses);
      return aclGate(acl, { ...border, seen, here, far });
    }),
  ];
}

function aclGate(
  acl: LiveNetworkAcl,
  {
    egress,
    ports,
    seen,
    here,
    far,
  }: Border & { seen: readonly AddressSet[]; here: Party; far: Party },
): Gate {
  const [way, other] = egress ? ['out', 'to'] : ['in', 'from'];
  const id = `${acl.id} ${way}: ${here.title} ${other} ${far.title} :${formatPorts(ports)}`;
  const addresses = union(...seen);
  const decisions = entryDecisions(acl.entries, { egress, ports, addresses });
  const refused = decisions.find(({ allow }) => !allow);
  if (refused) {
    const answer = far.vague ? 'unknown' : 'no';
    return { id, answer, detail: describe(acl, refused, way) };
  }
  const known = seen.every(each => each.length > 0);
  const [first] = decisions;
  return first && known
    ? { id, answer: 'yes', detail: describe(acl, first, way) }
    : unreadGate(id, `not every address of ${far.title} is known`);
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
