import type { Side } from '../../../report/report';
import { type Fact, read } from '../../fact';
import type { Way } from '../ports/ways';
import { entranceOf } from '../security/entrance';
import type { Gate } from '../security/gate';
import { type LiveSide, liveSides, together } from '../security/liveSide';
import { type PlannedTls, tlsOfWay } from './tlsOfWay';

/** One port of the other side that is to be asked. */
export interface PlannedCall {
  /** Port and address, as a reader knows them. */
  id: string;
  host: string;
  port: number;
  tls: PlannedTls;
}

/** What a Job in the cluster of a side is to ask. */
export interface ProbePlan {
  calls: PlannedCall[];
  /** Ranges of the network that is called; none where they were not read. */
  ranges: string[];
  /** What ends before there is an address to ask. */
  ends: Gate[];
}

/** Everything that was read of both sides. */
export type Pair = Parameters<typeof liveSides>[0];

/**
 * What one side is to ask of the other: both ports of every load balancer in front of it. Nothing where the product
 * is missing on either side.
 */
export function planProbe(from: Side, pair: Pair): Fact<ProbePlan | undefined> {
  const sides = liveSides(pair);
  const [caller, called] = [sides[from], sides[otherThan(from)]];
  const own = together(caller, ['properties', 'productDeployments']);
  if (!own.ok) return own;
  const entrance = entranceOf(called);
  if (!entrance.ok) return entrance;
  if (!own.value.properties || !entrance.value) {
    return read(undefined, entrance.source);
  }
  return read(planWays(entrance.value, { caller, called }), entrance.source);
}

function planWays(
  { ways, ends }: { ways: readonly Way[]; ends: readonly Gate[] },
  sides: { caller: LiveSide; called: LiveSide },
): ProbePlan {
  const planned = ways.map(way => planWay(way, sides));
  const { vpc } = sides.called.facts;
  return {
    ranges: vpc.ok ? vpc.value.cidrs : [],
    calls: planned.flatMap(({ call }) => call ?? []),
    ends: [...ends, ...planned.flatMap(({ end }) => end ?? [])],
  };
}

function planWay(
  way: Way,
  sides: { caller: LiveSide; called: LiveSide },
): { call?: PlannedCall; end?: Gate } {
  const { role, port, balancer } = way;
  const host = balancer.dnsName;
  const id = `${role} port, ${host}:${port}`;
  const tls = tlsOfWay(way, sides);
  return tls.ok
    ? { call: { id, host, port, tls: tls.value } }
    : { end: { id, answer: 'unknown', detail: tls.reason } };
}

function otherThan(side: Side): Side {
  return side === 'ledger' ? 'auditor' : 'ledger';
}
