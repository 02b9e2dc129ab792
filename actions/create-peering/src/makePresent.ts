import { InputError } from '@scalardl-on-eks/action-toolkit';
import { together } from './aws/answers';
import { findConflicts } from './conflicts/findConflicts';
import { unreadQuotas } from './conflicts/unreadQuotas';
import { type LinkResult, applyLink } from './link/applyLink';
import { diffHalf } from './link/diffHalf';
import type { Links } from './link/findLinks';
import type { Link } from './link/link';
import type { Outcome, RunWork } from './outcome';
import { findPeering } from './peering/findPeering';
import type { Change } from './plan/change';
import { halfChanges, planLink } from './plan/planLink';
import { readBack, rereadLinks } from './readBack';

/**
 * Connects everything, or says what it would change.
 *
 * @throws InputError with everything that stands in the way, before any change
 */
export async function makePresent(
  { links }: Links,
  work: RunWork,
): Promise<Outcome> {
  const conflicts = findConflicts(links);
  if (conflicts.length > 0) throw new InputError(conflicts);
  const warnings = unreadQuotas(links);
  if (work.mode === 'plan') {
    const changes = links.flatMap(planLink);
    return { changes, warnings, results: links.map(asFound) };
  }
  const first = await together(links.map(link => applyLink(link, work)));
  const results = await lookAgain(first, work);
  const done = results.filter(({ status }) => status !== 'late');
  if (work.done.length > 0) await confirm(done, work);
  return { changes: work.done, warnings, results };
}

/**
 * The owner of an application's VPC may be the other side's administrator, whose run goes on at the same time: so
 * what was pending is looked at once more when everything else is done.
 */
async function lookAgain(
  results: readonly LinkResult[],
  work: RunWork,
): Promise<LinkResult[]> {
  const pending = results.filter(({ status }) => status === 'pending');
  if (work.done.length === 0 || pending.length === 0) return [...results];
  const links = await rereadLinks(pending.map(({ link }) => link));
  const again = await together(links.map(link => applyLink(link, work)));
  return results.map(
    result =>
      again.find(({ link }) => link.connection === result.link.connection) ??
      result,
  );
}

/** Reads back every connection that is done, and the rules of those that wait for somebody else. */
async function confirm(
  results: readonly LinkResult[],
  { deadline }: RunWork,
): Promise<void> {
  const active = new Set(
    results.flatMap(({ status, link }) =>
      status === 'active' ? [link.connection] : [],
    ),
  );
  await readBack(
    results.map(({ link }) => link),
    link => (active.has(link.connection) ? planLink(link) : ruleChanges(link)),
    deadline,
  );
}

function ruleChanges({ halves }: Link): Change[] {
  return halves.flatMap(half => {
    const { rules } = diffHalf(half, undefined);
    return halfChanges({ half, dns: false, rules });
  });
}

function asFound(link: Link): LinkResult {
  const finding = findPeering(link);
  const peering = finding.kind === 'one' ? finding.peering : undefined;
  if (peering?.status === 'active') return { link, peering, status: 'active' };
  const isWhole = link.halves.length === 2;
  return { link, peering, status: isWhole ? 'planned' : 'pending' };
}
