import { podHop } from '../../reachability/podHop';
import type { Workload } from '../../release/workload';
import type { Way } from '../ports/ways';
import { admission, worst } from './admission';
import { balancerPeer } from './balancerGates';
import { entranceOf } from './entrance';
import { type Gate, unreadGate } from './gate';
import {
  type LiveSide,
  SIDE_TITLES,
  allRead,
  groupBookOf,
  together,
} from './liveSide';
import type { Peer } from './peer';
import { policyGate } from './podGates';
import { productInterfaces } from './productInterfaces';
import { policiesOf } from './sideFacts';

const DNS_PORT = 53;

/** A port of the other side's load balancer, and who stands behind it. */
interface Call {
  title: string;
  port: number;
  balancer: Peer;
}

/**
 * Every gate that a side's own pods pass on their way to the load balancers of the other: the groups of their
 * nodes, and the NetworkPolicies, by name resolution too. Nothing where nobody calls or nothing can be called.
 */
export function gatesOut(from: LiveSide, to: LiveSide): Gate[] {
  const way = `${SIDE_TITLES[from.side]} to ${SIDE_TITLES[to.side]}`;
  const ends = allRead({ here: entranceOf(from), there: entranceOf(to) });
  if (!ends.ok) return [unreadGate(way, ends.reason)];
  const { here, there } = ends.value;
  if (!here || !there) return [];
  const { ways } = there;
  const map = together(to, ['networkInterfaces', 'subnets']);
  if (!map.ok) return [unreadGate(way, map.reason)];
  const calls = ways.map((each): Call => {
    const title = `${way} load balancer ${each.balancer.name} :${each.port}`;
    return { title, port: each.port, balancer: calledPeer(each, map.value) };
  });
  if (calls.length === 0) return [];
  return [
    ...calls.map(call => groupGate(from, call)),
    ...policyGates(here.product, calls, from),
  ];
}

/** The addresses of a load balancer that faces the internet are public ones, which nothing here shows. */
function calledPeer(
  { balancer }: Way,
  map: Parameters<typeof balancerPeer>[1],
): Peer {
  const peer = balancerPeer(balancer, map);
  if (balancer.scheme === 'internal') return peer;
  const title = `public addresses of ${peer.title}`;
  return { ...peer, title, ranges: ['0.0.0.0/0'], vague: true };
}

function groupGate(from: LiveSide, { title: id, port, balancer }: Call): Gate {
  const interfaces = productInterfaces(from);
  if (!interfaces.ok) return unreadGate(id, interfaces.reason);
  const book = groupBookOf(from);
  const wanted = { direction: 'egress', port, peer: balancer } as const;
  const answers = interfaces.value.product.map(({ groupIds }) =>
    admission(groupIds, wanted, book),
  );
  return { id, ...(worst(answers) ?? unreadGate(id, 'no node is known')) };
}

function policyGates(
  workload: Workload,
  calls: readonly Call[],
  from: LiveSide,
): Gate[] {
  const policies = policiesOf(from);
  if (!policies.ok)
    return [unreadGate(`${workload.title} pods`, policies.reason)];
  return [
    ...calls.map(({ port, balancer }) =>
      policyGate(policies.value, { workload, direction: 'Egress', port }, [
        balancer,
      ]),
    ),
    podHop(policies.value, {
      workload,
      direction: 'Egress',
      peer: { somewhere: 'the name server' },
      port: DNS_PORT,
      protocol: 'UDP',
    }),
  ];
}
