import {
  type Deadline,
  DeadlineError,
  InputError,
  pause,
} from '@scalardl-on-eks/action-toolkit';
import type { Link } from '../link/link';
import type { Change } from '../plan/change';
import { acceptPeering } from './acceptPeering';
import { acceptanceTags } from './adoption';
import { createPeering } from './createPeering';
import { type FoundPeering, findPeering } from './findPeering';
import { refreshPeerings } from './refresh';
import { tagPeering } from './tagPeering';

/** The link as it was read last, and its peering where it is active. */
export type Ensured =
  | { kind: 'active'; link: Link; peering: FoundPeering }
  /** Somebody else has to go on. */
  | { kind: 'pending'; peering?: FoundPeering }
  | { kind: 'late'; peering?: FoundPeering; reason: string };

export interface Work {
  deadline: Deadline;
  /** Keeps what was done, and tells a person. */
  did(changes: readonly Change[]): void;
}

/** Before a request of unknown outcome is made again, AWS gets this long to show it, in milliseconds. */
const SHOWS_WITHIN = 2_000;

/**
 * Looks at the peering, takes the next step to an active one, and looks again: so a rerun goes on where another
 * run ended, and two runs at once meet at the same peering.
 */
export async function ensurePeering(start: Link, work: Work): Promise<Ensured> {
  let link = start;
  let requested: string | undefined;
  let requestAgainAt = 0;
  let idle = 0;
  for (;;) {
    const finding = findPeering(link);
    if (finding.kind === 'several') throw new InputError([finding.problem]);
    const peering = finding.kind === 'one' ? finding.peering : undefined;
    if (peering && isActive(peering, link)) {
      return { kind: 'active', link, peering };
    }
    refuseEnded(link, requested);
    idle += 1;
    const isFree = finding.kind === 'none' && !finding.leaving && !requested;
    if (isFree && canRequest(link) && Date.now() >= requestAgainAt) {
      requested = await request(link, work);
      requestAgainAt = Date.now() + SHOWS_WITHIN;
      idle = 0;
    } else if (peering && (await accept(link, peering, work))) {
      idle = 0;
    } else if (isSomebodyElses(link, peering)) {
      if (!link.connection.required) return { kind: 'pending', peering };
    }
    const late = await isLate(
      pause(pauseAfter(idle), work.deadline, describeWaiting(link, peering)),
    );
    if (late) return { kind: 'late', peering, reason: late };
    link = await refreshPeerings(link, requested ?? peering?.id);
  }
}

async function isLate(waiting: Promise<void>): Promise<string | undefined> {
  try {
    await waiting;
    return undefined;
  } catch (error) {
    if (error instanceof DeadlineError) return error.message;
    throw error;
  }
}

/**
 * At once after a step, quickly while little time has passed, because most steps of AWS take well under a second,
 * and every ten seconds in the end.
 */
function pauseAfter(idle: number): number {
  return idle === 0 ? 0 : Math.min(10_000, 30 * 1.5 ** idle);
}

function isActive({ status, views }: FoundPeering, { halves }: Link): boolean {
  return status === 'active' && views.size === halves.length;
}

function canRequest({ halves }: Link): boolean {
  return halves.some(({ end }) => end === 'from');
}

async function request(
  { halves, to, connection }: Link,
  { did }: Work,
): Promise<string | undefined> {
  const from = halves.find(({ end }) => end === 'from');
  if (!from || !to.vpcId) return undefined;
  const { vpcId } = to;
  const id = await createPeering(
    from.network,
    { ...to, vpcId },
    connection.name,
  );
  if (id) {
    did([
      {
        connection: connection.name,
        network: from.network.name,
        action: 'request',
        kind: 'peering',
        subject: id,
      },
    ]);
  }
  return id;
}

const ENDED = new Set(['failed', 'rejected', 'expired', 'deleted']);

/** A request of this run that was turned down will not become better by waiting. */
function refuseEnded({ halves, connection }: Link, id?: string): void {
  const ended = halves
    .flatMap(({ network }) => network.state.peerings)
    .find(peering => peering.id === id && ENDED.has(peering.status));
  if (!ended) return;
  const { status, message } = ended;
  const remedy =
    status === 'failed'
      ? `check the VPC id, the account and the region of ${connection.to}, and that no ranges overlap`
      : `ask the owner of ${connection.to}, and run this again`;
  throw new InputError([
    `${connection.key}: the request ${id} is ${status} (${message}); ${remedy}.`,
  ]);
}

/** Accepts a request, where its accepter is one of this run's networks. */
async function accept(
  { halves, connection }: Link,
  peering: FoundPeering,
  { did }: Work,
): Promise<boolean> {
  const { id, status, accepter, views } = peering;
  const half = halves.find(({ network }) => network.vpcId === accepter.vpcId);
  if (status !== 'pending-acceptance' || !half || !views.has(half)) {
    return false;
  }
  // Before it is accepted, so that a run that ends in between knows afterwards who accepted it.
  const tags = acceptanceTags(half, peering, halves);
  if (tags) await tagPeering(half, id, tags);
  await acceptPeering(half, id);
  did([
    {
      connection: connection.name,
      network: half.network.name,
      action: 'accept',
      kind: 'peering',
      subject: id,
    },
  ]);
  return true;
}

/** Whether the next step is one that this run has no credentials for. */
function isSomebodyElses(link: Link, peering?: FoundPeering): boolean {
  if (!peering) return !canRequest(link);
  return (
    peering.status === 'pending-acceptance' &&
    !link.halves.some(({ network }) => network.vpcId === peering.accepter.vpcId)
  );
}

function describeWaiting(link: Link, peering?: FoundPeering): string {
  const { connection, from, to } = link;
  if (!peering) {
    return canRequest(link)
      ? `AWS to make a peering for ${connection.name}`
      : `${from.name} to request a peering for ${connection.name}`;
  }
  const { id, status, accepter } = peering;
  if (status !== 'pending-acceptance') {
    return `${id} of ${connection.name}; its status is ${status}`;
  }
  const who = accepter.vpcId === from.vpcId ? from.name : to.name;
  return `${who} to accept ${id} of ${connection.name}; its status is ${status}`;
}
