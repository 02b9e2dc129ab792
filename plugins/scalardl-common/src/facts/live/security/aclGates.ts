import { type AddressSet, union } from '../../ranges/addressSet';
import type { LiveNetworkAcl } from '../aws';
import { type End, type Party, toParty } from './aclEnd';
import { type Passage, sayDecisions } from './aclWords';
import { type PortRange, entryDecisions } from './entryDecisions';
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
  const calls = { answers: false, ports: { from: port, to: port } };
  const answers = { answers: true, ports: RETURN_PORTS };
  const [caller, callee] = [toParty(from), toParty(to)];
  return [
    ...borderGates(caller, callee, { ...calls, egress: true }),
    ...borderGates(callee, caller, { ...calls, egress: false }),
    ...borderGates(callee, caller, { ...answers, egress: true }),
    ...borderGates(caller, callee, { ...answers, egress: false }),
  ];
}

interface Border extends Passage {
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
  border: Border & { seen: readonly AddressSet[]; here: Party; far: Party },
): Gate {
  const { egress, ports, seen, here, far } = border;
  const [way, other] = egress ? ['out', 'to'] : ['in', 'from'];
  const id = `${acl.id} ${way}: ${here.title} ${other} ${far.title} :${formatPorts(ports)}`;
  const addresses = union(...seen);
  const decisions = entryDecisions(acl.entries, { egress, ports, addresses });
  const refused = decisions.filter(({ allow }) => !allow);
  if (refused.length > 0) {
    const answer = far.vague ? 'unknown' : 'no';
    return { id, answer, detail: sayDecisions(acl, refused, border) };
  }
  const known = seen.every(each => each.length > 0);
  return decisions.length > 0 && known
    ? { id, answer: 'yes', detail: sayDecisions(acl, decisions, border) }
    : unreadGate(id, `not every address of ${far.title} is known`);
}
