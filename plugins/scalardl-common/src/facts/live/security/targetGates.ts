import type { LiveTargetGroup } from '../aws';
import {
  type TargetFacts,
  groupsBehind,
  seesCallers,
  targetsOf,
} from '../balancers/targetGroups';
import type { Target } from '../balancers/targets';
import type { Way } from '../ports/ways';
import { type Admission, admission, worst } from './admission';
import { balancerPeer, callersSeenBy } from './balancerGates';
import type { Gate } from './gate';
import type { Peer } from './peer';
import type { GroupBook } from './rules';

/** Targets that hold the same groups and listen on the same port. */
interface TargetClass extends Pick<Target, 'port' | 'groupIds'> {
  ranges: string[];
}

/** Whether the load balancer may send to its targets, and their groups admit what it sends. */
export function targetGate(
  way: Way,
  callers: readonly Peer[],
  { facts, book }: { facts: TargetFacts; book: GroupBook },
): Gate {
  const { balancer, port } = way;
  const id = `targets of ${balancer.name} :${port}`;
  const answers = groupsBehind(way).flatMap(group => {
    const targets = targetsOf(group, facts);
    if (!targets.ok) return [doubt(targets.reason)];
    return classesOf(targets.value).map(targetClass =>
      toTarget(targetClass, { way, group, callers, facts, book }),
    );
  });
  const none = doubt(
    `no target is registered behind ${balancer.name} :${port}`,
  );
  return { id, ...(worst(answers) ?? none) };
}

interface Sending {
  way: Way;
  group: LiveTargetGroup;
  callers: readonly Peer[];
  facts: TargetFacts;
  book: GroupBook;
}

function toTarget(target: TargetClass, sending: Sending): Admission {
  const { way, group, callers, facts, book } = sending;
  const { balancer } = way;
  const own = balancerPeer(balancer, facts);
  // A rule that names a group of the load balancer matches whatever address is preserved.
  const preserved = callersSeenBy(balancer, callers).map(peer => ({
    ...peer,
    groupIds: balancer.securityGroupIds,
  }));
  const receive = (peers: readonly Peer[]) =>
    worst(
      peers.map(peer =>
        ofEither(target.groupIds, groupIds =>
          admission(
            groupIds,
            { direction: 'ingress', port: target.port, peer },
            book,
          ),
        ),
      ),
    ) ?? doubt('no caller is known');
  const answer = {
    yes: () => receive(preserved),
    no: () => receive([own]),
    unknown: () => either([receive(preserved), receive([own])]),
  }[seesCallers(group)]();
  if (balancer.securityGroupIds.length === 0) return answer;
  return worst([answer, sends(target, sending)]) ?? answer;
}

/** Whether the groups of the load balancer let it call the target. */
function sends(
  { port, ranges, groupIds }: TargetClass,
  { way, book }: Sending,
): Admission {
  return ofEither(groupIds, held => {
    const peer = {
      title: `targets of ${way.balancer.name}`,
      ranges,
      groupIds: held,
    };
    const wanted = { direction: 'egress', port, peer } as const;
    return admission(way.balancer.securityGroupIds, wanted, book);
  });
}

/** The answer for one of several interfaces of which nobody knows which one it is. */
function ofEither(
  groupIds: Target['groupIds'],
  ask: (groupIds: readonly string[]) => Admission,
): Admission {
  return either(groupIds.map(ask));
}

function either(answers: readonly Admission[]): Admission {
  const [first, ...others] = answers;
  if (!first) return doubt('no network interface of the target is seen');
  const other = others.find(({ answer }) => answer !== first.answer);
  return other ? doubt(`either ${first.detail}, or ${other.detail}`) : first;
}

function doubt(detail: string): Admission {
  return { answer: 'unknown', detail };
}

function classesOf(targets: readonly Target[]): TargetClass[] {
  const classes = new Map<string, TargetClass>();
  for (const { port, groupIds, ranges } of targets) {
    const key = JSON.stringify([port, groupIds]);
    const before = classes.get(key)?.ranges ?? [];
    classes.set(key, { port, groupIds, ranges: [...before, ...ranges] });
  }
  return [...classes.values()];
}
