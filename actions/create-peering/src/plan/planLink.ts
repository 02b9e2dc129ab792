import { diffHalf } from '../link/diffHalf';
import type { HalfDiff } from '../link/diffHalf';
import type { Half, Link } from '../link/link';
import { adoptions } from '../peering/adoption';
import { type FoundPeering, findPeering } from '../peering/findPeering';
import { formatPorts } from '../topology/ports';
import type { Change } from './change';

/** What is to change for a connection to be there. */
export function planLink(link: Link): Change[] {
  const finding = findPeering(link);
  const peering = finding.kind === 'one' ? finding.peering : undefined;
  return [
    ...peeringChanges(link, peering),
    ...link.halves.flatMap(half => {
      const diff = diffHalf(half, peering);
      // Options can be told of an active peering only, and are off in a new one.
      const dns = peering?.status === 'active' ? diff.dns : half.dns;
      return [...halfChanges({ ...diff, dns }), ...laterChanges(diff)];
    }),
  ];
}

/** What depends on ranges that the other account tells only when it has accepted. */
function laterChanges({ half, routes, rules }: HalfDiff): Change[] {
  const base = {
    connection: half.connection,
    network: half.network.name,
    action: 'create',
    subject: `for the ranges of ${half.other.name}, known once the peering is accepted`,
  } as const;
  return [
    ...(routes ? [] : [{ ...base, kind: 'route' } as const]),
    ...(rules || half.open.length === 0
      ? []
      : [{ ...base, kind: 'rule' } as const]),
  ];
}

function peeringChanges(link: Link, peering?: FoundPeering): Change[] {
  const { connection, halves, from, to } = link;
  const base = { connection: connection.name, kind: 'peering' } as const;
  const isHeld = (end: Half['end']) => halves.some(half => half.end === end);
  if (!peering) {
    const subject = `from ${from.name} to ${to.name}`;
    return [
      ...(isHeld('from')
        ? [{ ...base, network: from.name, action: 'request', subject } as const]
        : []),
      ...(isHeld('to')
        ? [{ ...base, network: to.name, action: 'accept', subject } as const]
        : []),
    ];
  }
  const { id, status, accepter } = peering;
  if (status === 'active') {
    return adoptions(halves, peering).map(({ half }) => ({
      ...base,
      network: half.network.name,
      action: 'adopt',
      subject: id,
    }));
  }
  return halves
    .filter(
      ({ network }) =>
        network.vpcId === accepter.vpcId && status !== 'provisioning',
    )
    .map(({ network }) => ({
      ...base,
      network: network.name,
      action: 'accept',
      subject: id,
    }));
}

/** What is to change in one network. */
export function halfChanges({ half, dns, routes, rules }: HalfDiff): Change[] {
  const base = { connection: half.connection, network: half.network.name };
  return [
    ...(dns
      ? [
          {
            ...base,
            action: 'set',
            kind: 'dns',
            subject: `resolution of names of ${half.other.name}`,
          } as const,
        ]
      : []),
    ...(routes?.changes ?? []).map(({ action, destination, table }) => ({
      ...base,
      action,
      kind: 'route' as const,
      subject: `${destination} in ${table}`,
    })),
    ...(rules?.create ?? []).map(({ group, ports, source }) => ({
      ...base,
      action: 'create' as const,
      kind: 'rule' as const,
      subject: `${formatPorts(ports)} from ${source} in ${group}`,
    })),
    ...(rules?.remove ?? []).map(({ id, group, ports, source }) => ({
      ...base,
      action: 'remove' as const,
      kind: 'rule' as const,
      subject: `${ports ? formatPorts(ports) : ''} from ${source ?? ''} in ${group} (${id})`,
    })),
  ];
}
