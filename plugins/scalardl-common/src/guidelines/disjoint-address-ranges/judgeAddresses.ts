import type { Claim } from '../../facts/addresses/claim';
import type { AddressFacts } from '../../facts/addresses/inUse';
import type { Subject } from '../../report/report';
import { combine } from '../finding';
import type { Finding } from '../guideline';

/** The judgement of all ranges; `further` are subjects that are no IPv4 ranges. */
export function judgeAddresses(
  facts: AddressFacts,
  further: readonly Subject[] = [],
): Finding {
  const { claims, gaps, conflicts, undecided } = facts;
  const inConflict = new Set(conflicts.flat());
  const clean = claims.filter(claim => !inConflict.has(claim));
  const finding = combine(
    [
      ...further,
      ...conflicts.map(couple => conflictSubject(couple, facts.isDeclared)),
      ...undecided.map(undecidedSubject),
      ...gaps.map(({ owner, reason, location }): Subject => ({
        id: owner,
        verdict: 'unknown',
        detail: reason,
        location,
      })),
      ...clean.map((claim): Subject => ({
        id: named(claim),
        verdict: 'pass',
        detail: 'shares no address',
        location: claim.location,
      })),
    ],
    { none: 'no ranges', expected: 'no address in two networks' },
  );
  return finding.verdict === 'pass'
    ? { ...finding, observed: summary(claims) }
    : finding;
}

/** The one that scalardl.yaml does not name was written by hand; otherwise the later one is to change. */
function conflictSubject(
  [one, other]: [Claim, Claim],
  isDeclared: (claim: Claim) => boolean,
): Subject {
  const foreign = [one, other].filter(claim => !isDeclared(claim));
  const culprit = foreign.length === 1 ? foreign[0] : other;
  const rest = culprit === one ? other : one;
  return {
    id: named(culprit ?? other),
    verdict: 'fail',
    detail: `${named(culprit ?? other)} overlaps ${named(rest)}`,
    location: (culprit ?? other).location,
  };
}

function undecidedSubject({
  candidates,
  against,
}: AddressFacts['undecided'][number]): Subject {
  const [first] = candidates;
  const choice = candidates.map(({ cidr }) => cidr).join(' or ');
  const all = candidates.every(candidate =>
    against.some(([claim]) => claim === candidate),
  );
  const [, other] = against[0] ?? [];
  return {
    id: first?.owner ?? 'Services',
    verdict: all ? 'fail' : 'unknown',
    detail: `EKS chooses ${choice}, because serviceIPv4CIDR is not set, and ${other ? named(other) : 'another network'} overlaps ${all ? 'them' : 'one'}`,
    location: first?.location,
  };
}

function named({ cidr, owner }: Claim): string {
  return `${cidr} of ${owner}`;
}

const SHOWN = 6;

function summary(claims: readonly Claim[]): string {
  const shown = claims.slice(0, SHOWN).map(named).join(', ');
  const others = claims.length - SHOWN;
  return others > 0 ? `${shown} and ${others} more` : shown;
}
