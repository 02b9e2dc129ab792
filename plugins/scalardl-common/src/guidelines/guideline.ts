import type { FactValue } from '../facts/fact';
import type { SharedPlanFacts, SidePlanFacts } from '../facts/planFacts';
import type { Level, Location, Side, Subject, Verdict } from '../report/report';
import type { LiveCheck } from './liveCheck';

/** Where a guideline comes from. */
export interface Source {
  document: string;
  section: string;
  url: string;
}

/** What a check found in one scope. Only the judge turns a `fail` into `waived`. */
export interface Finding {
  verdict: Exclude<Verdict, 'waived'>;
  /** Needed for `unknown` and `skipped`; `pass` and `fail` use the guideline's own sentence. */
  reason?: string;
  expected?: string;
  observed?: string;
  subjects?: Subject[];
  location?: Location;
}

type Values<Facts, Name extends keyof Facts> = {
  [K in Name]-?: FactValue<Facts[K]>;
};

/** Judges each side by itself; `needs` are read before `check` is called, or the result is `unknown`. */
export interface SideCheck<
  OfSide extends keyof SidePlanFacts = never,
  Shared extends keyof SharedPlanFacts = never,
> {
  scope: 'side';
  /** The sides that the guideline speaks about; both where it is left out. */
  sides?: readonly Side[];
  needs: readonly OfSide[];
  needsShared?: readonly Shared[];
  check(
    facts: Values<SidePlanFacts, OfSide> & Values<SharedPlanFacts, Shared>,
    context: {
      side: Side;
      today: string;
      /** Everything read of the side, for what a check can use but does without. */
      given: SidePlanFacts;
    },
  ): Finding;
}

/** Judges both sides together. */
export interface PairCheck<
  OfSide extends keyof SidePlanFacts = never,
  Shared extends keyof SharedPlanFacts = never,
> {
  scope: 'pair';
  needs: readonly OfSide[];
  needsShared?: readonly Shared[];
  check(
    facts: Record<Side, Values<SidePlanFacts, OfSide>> &
      Values<SharedPlanFacts, Shared>,
    context: { today: string },
  ): Finding;
}

/** A check whose needs the type no longer tells apart; made by {@link sideCheck} or {@link pairCheck}. */
export type PlanCheck =
  | SideCheck<keyof SidePlanFacts, keyof SharedPlanFacts>
  | PairCheck<keyof SidePlanFacts, keyof SharedPlanFacts>;

/** One checkable statement. Its id states the good case and is the name of its folder. */
export interface Guideline {
  id: string;
  level: Level;
  title: string;
  source: Source;
  pass: string;
  fail: string;
  remedy: string;
  /** Judged on the repository's files. */
  plan?: PlanCheck;
  /** Judged on AWS and Kubernetes. */
  live?: LiveCheck;
}

/** Declares a check of one side and keeps the types of what it needs. */
export function sideCheck<
  OfSide extends keyof SidePlanFacts = never,
  Shared extends keyof SharedPlanFacts = never,
>(check: Omit<SideCheck<OfSide, Shared>, 'scope'>): PlanCheck {
  return { ...check, scope: 'side' } as unknown as PlanCheck;
}

/** Declares a check of the pair and keeps the types of what it needs. */
export function pairCheck<
  OfSide extends keyof SidePlanFacts = never,
  Shared extends keyof SharedPlanFacts = never,
>(check: Omit<PairCheck<OfSide, Shared>, 'scope'>): PlanCheck {
  return { ...check, scope: 'pair' } as unknown as PlanCheck;
}
