import type { Waiver } from '../../environment/schema';
import {
  MAXIMUM_SUBJECTS,
  type Result,
  type Scope,
  type Stage,
  type Subject,
  type Verdict,
} from '../../report/report';
import type { Finding, Guideline } from '../guideline';

const WORST_FIRST: readonly Verdict[] = [
  'fail',
  'unknown',
  'waived',
  'skipped',
  'pass',
];

function worstFirst(subjects: readonly Subject[]): Subject[] {
  return [...subjects].sort(
    (a, b) => WORST_FIRST.indexOf(a.verdict) - WORST_FIRST.indexOf(b.verdict),
  );
}

/** A finding as a result of the report. */
export function toResult(
  guideline: Guideline,
  { stage, scope, finding }: { stage: Stage; scope: Scope; finding: Finding },
): Result {
  const subjects = finding.subjects ?? [];
  const sentence = {
    pass: guideline.pass,
    fail: guideline.fail,
    unknown: undefined,
    skipped: undefined,
  };
  return {
    guideline: guideline.id,
    level: guideline.level,
    stage,
    scope,
    verdict: finding.verdict,
    reason: finding.reason ?? sentence[finding.verdict],
    expected: finding.expected,
    observed: finding.observed,
    subjects: worstFirst(subjects).slice(0, MAXIMUM_SUBJECTS),
    subjectCount: subjects.length,
    remedy: finding.verdict === 'fail' ? guideline.remedy : undefined,
    location: finding.location,
  };
}

/** A requirement is never waived, and a waiver holds through its last day. */
export function waive(
  result: Result,
  { waivers, today }: { waivers: readonly Waiver[]; today: string },
): Result {
  if (result.verdict !== 'fail' || result.level === 'requirement')
    return result;
  const waiver = waivers.find(
    candidate =>
      candidate.guideline === result.guideline &&
      candidate.expires >= today &&
      (candidate.side === undefined || candidate.side === result.scope),
  );
  if (!waiver) return result;
  return {
    ...result,
    verdict: 'waived',
    reason: `${waiver.reason} (waived by ${waiver.owner} until ${waiver.expires})`,
  };
}
