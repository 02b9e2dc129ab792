import type { Fact } from '../../facts/fact';
import type { PlanFacts } from '../../facts/planFacts';
import { SIDES, type Result, type Scope, type Side } from '../../report/report';
import type { Finding, Guideline, PlanCheck } from '../guideline';
import { unreadFinding, valuesOf } from './needs';
import { toResult, waive } from './result';

/** Judges every guideline that has a plan-stage check. */
export function judgePlan(
  guidelines: readonly Guideline[],
  facts: PlanFacts,
): Result[] {
  const { today } = facts;
  const environment = facts.environment.ok
    ? facts.environment.value
    : undefined;
  const waivers = environment?.spec.waivers ?? [];
  return guidelines.flatMap(guideline => {
    const { plan } = guideline;
    if (!plan) return [];
    return findings(plan, facts).map(({ scope, finding }) =>
      waive(toResult(guideline, { stage: 'plan', scope, finding }), {
        waivers,
        today,
      }),
    );
  });
}

function findings(
  check: PlanCheck,
  facts: PlanFacts,
): { scope: Scope; finding: Finding }[] {
  const { today } = facts;
  const shared = valuesOf(facts, check.needsShared ?? []);
  if (check.scope === 'pair') {
    const finding =
      unreadFinding(needed(check, facts, SIDES)) ??
      check.check(
        {
          ...shared,
          ledger: valuesOf(facts.ledger, check.needs),
          auditor: valuesOf(facts.auditor, check.needs),
        } as never,
        { today },
      );
    return [{ scope: 'pair', finding }];
  }
  return (check.sides ?? SIDES).map(side => {
    const finding =
      unreadFinding(needed(check, facts, [side])) ??
      check.check(
        { ...shared, ...valuesOf(facts[side], check.needs) } as never,
        { side, today, given: facts[side] },
      );
    return { scope: side, finding };
  });
}

function needed(
  check: PlanCheck,
  facts: PlanFacts,
  sides: readonly Side[],
): Fact<unknown>[] {
  return [
    ...sides.flatMap(side => check.needs.map(need => facts[side][need])),
    ...(check.needsShared ?? []).map(need => facts[need]),
  ];
}
