import type { Waiver } from '../environment/schema';
import type { Fact } from '../facts/fact';
import type { PlanFacts } from '../facts/planFacts';
import {
  MAXIMUM_SUBJECTS,
  SIDES,
  type Result,
  type Scope,
  type Subject,
  type Verdict,
} from '../report/report';
import type { Finding, Guideline, PlanCheck } from './guideline';

/** Judges every guideline that has a plan-stage check. */
export function judgePlan(
  guidelines: readonly Guideline[],
  facts: PlanFacts,
): Result[] {
  const environment = facts.environment.ok
    ? facts.environment.value
    : undefined;
  const waivers = environment?.spec.waivers ?? [];
  return guidelines.flatMap(guideline => {
    const { plan } = guideline;
    if (!plan) return [];
    return findings(plan, facts).map(({ scope, finding }) =>
      waive(toResult(guideline, scope, finding), {
        waivers,
        today: facts.today,
      }),
    );
  });
}

function findings(
  check: PlanCheck,
  facts: PlanFacts,
): { scope: Scope; finding: Finding }[] {
  if (check.scope === 'pair') {
    const missing = reasons(check, facts, SIDES);
    const finding =
      missing.length > 0
        ? unreadableFinding(missing)
        : check.check(
            {
              ...values(facts, check.needsShared ?? []),
              ledger: values(facts.ledger, check.needs),
              auditor: values(facts.auditor, check.needs),
            } as never,
            { today: facts.today },
          );
    return [{ scope: 'pair', finding }];
  }
  return (check.sides ?? SIDES).map(side => {
    const missing = reasons(check, facts, [side]);
    const finding =
      missing.length > 0
        ? unreadableFinding(missing)
        : check.check(
            {
              ...values(facts, check.needsShared ?? []),
              ...values(facts[side], check.needs),
            } as never,
            { side, today: facts.today, given: facts[side] },
          );
    return { scope: side, finding };
  });
}

function reasons(
  check: PlanCheck,
  facts: PlanFacts,
  sides: readonly ('ledger' | 'auditor')[],
): string[] {
  const needed: Fact<unknown>[] = [
    ...sides.flatMap(side => check.needs.map(need => facts[side][need])),
    ...(check.needsShared ?? []).map(need => facts[need]),
  ];
  return [...new Set(needed.flatMap(fact => (fact.ok ? [] : [fact.reason])))];
}

function unreadableFinding(missing: string[]): Finding {
  return { verdict: 'unknown', reason: missing.join('; ') };
}

function values<Facts extends object>(
  facts: Facts,
  names: readonly (keyof Facts)[],
): Record<string, unknown> {
  return Object.fromEntries(
    names.map(name => {
      const fact = facts[name] as Fact<unknown>;
      return [name, fact.ok ? fact.value : undefined];
    }),
  );
}

const WORST_FIRST: readonly Verdict[] = [
  'fail',
  'unknown',
  'waived',
  'skipped',
  'pass',
];

function worstFirst(subjects: Subject[]): Subject[] {
  return [...subjects].sort(
    (a, b) => WORST_FIRST.indexOf(a.verdict) - WORST_FIRST.indexOf(b.verdict),
  );
}

function toResult(
  guideline: Guideline,
  scope: Scope,
  finding: Finding,
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
    stage: 'plan',
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
function waive(
  result: Result,
  context: { waivers: readonly Waiver[]; today: string },
): Result {
  if (result.verdict !== 'fail' || result.level === 'requirement')
    return result;
  const waiver = context.waivers.find(
    candidate =>
      candidate.guideline === result.guideline &&
      candidate.expires >= context.today &&
      (candidate.side === undefined || candidate.side === result.scope),
  );
  if (!waiver) return result;
  return {
    ...result,
    verdict: 'waived',
    reason: `${waiver.reason} (waived by ${waiver.owner} until ${waiver.expires})`,
  };
}
