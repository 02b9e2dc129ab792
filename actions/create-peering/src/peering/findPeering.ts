import { contains, toRange } from '@scalardl-on-eks/plugin-scalardl-common';
import type { Half, Link } from '../link/link';
import { NAME_TAG } from './marks';
import { type Peering, type PeeringEnd, isLive } from './peering';

/** The peering of a connection, once a half, as that half's account sees it. */
export interface FoundPeering {
  id: string;
  status: string;
  message: string;
  requester: PeeringEnd;
  accepter: PeeringEnd;
  views: ReadonlyMap<Half, Peering>;
}

export type Finding =
  /** `leaving` is one that is being deleted: a new one has to wait for it. */
  | { kind: 'none'; leaving?: string }
  | { kind: 'one'; peering: FoundPeering }
  | { kind: 'several'; problem: string };

/**
 * The one live peering between the two networks; among several the one with our mark. What failed, expired or
 * was rejected or deleted never counts.
 */
export function findPeering({ connection, halves }: Link): Finding {
  const all = halves.flatMap(half =>
    half.network.state.peerings
      .filter(peering => connects(peering, half))
      .map(peering => ({ half, peering })),
  );
  const live = all.filter(({ peering }) => isLive(peering));
  const marked = live.filter(
    ({ peering }) => peering.tags.get(NAME_TAG) === connection.name,
  );
  const [id, ...others] = idsOf(marked.length > 0 ? marked : live);
  if (others.length > 0) {
    return {
      kind: 'several',
      problem: describeSeveral(connection, idsOf(live)),
    };
  }
  if (id !== undefined) return { kind: 'one', peering: merge(id, live) };
  const [leaving] = idsOf(
    all.filter(({ peering }) => peering.status === 'deleting'),
  );
  return { kind: 'none', leaving };
}

function idsOf(found: readonly { peering: Peering }[]): string[] {
  return [...new Set(found.map(({ peering }) => peering.id))];
}

function describeSeveral(
  { key, name }: Link['connection'],
  ids: readonly string[],
): string {
  return `${key}: expected one peering between the two networks, found ${ids.join(' and ')}; delete all but one, or tag the one to use with ${NAME_TAG}=${name}.`;
}

function merge(
  id: string,
  found: readonly { half: Half; peering: Peering }[],
): FoundPeering {
  const views = new Map(
    found
      .filter(({ peering }) => peering.id === id)
      .map(({ half, peering }) => [half, peering]),
  );
  const all = [...views.values()];
  // Two regions may tell of an acceptance one after the other: it is active when both say so.
  const behind = all.find(({ status }) => status !== 'active') ?? all[0];
  const richest = (end: 'requester' | 'accepter') =>
    all
      .map(peering => peering[end])
      .reduce((best, other) =>
        other.ranges.length > best.ranges.length ? other : best,
      );
  return {
    id,
    status: behind?.status ?? 'unknown',
    message: behind?.message ?? '',
    requester: richest('requester'),
    accepter: richest('accepter'),
    views,
  };
}

/** Whether a peering joins this half's network with the one at the other end. */
export function connects(
  { requester, accepter }: Peering,
  { network, other }: Half,
): boolean {
  return (
    (requester.vpcId === network.vpcId && isOther(accepter, other)) ||
    (accepter.vpcId === network.vpcId && isOther(requester, other))
  );
}

/**
 * Whether the other end is who it has to be: the VPC where its id is known; otherwise one of that account and
 * region with the declared ranges, so that no stranger's request is ever accepted.
 */
function isOther(end: PeeringEnd, other: Half['other']): boolean {
  if (other.vpcId) return end.vpcId === other.vpcId;
  const { accountId, region, ranges = [] } = other;
  return (
    accountId === end.accountId &&
    region === end.region &&
    ranges.every(range => isWithin(range, end.ranges))
  );
}

function isWithin(range: string, outer: readonly string[]): boolean {
  return outer.some(one => contains(toRange(one), toRange(range)));
}

/** The end of the peering at which the other network stands. */
export function otherEnd(
  { requester, accepter }: Pick<Peering, 'requester' | 'accepter'>,
  { network }: Half,
): PeeringEnd {
  return requester.vpcId === network.vpcId ? accepter : requester;
}
