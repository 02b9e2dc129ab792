import type { Application } from '../environment/schema';
import type { FactValue } from '../facts/fact';
import type { LiveFactName, LiveSettings, SideLiveFacts } from '../facts/live';
import type { Side } from '../report/report';
import type { Finding } from './guideline';

/** The values of the facts that a check named in `needs`. */
export type LiveValues<Name extends LiveFactName> = {
  [K in Name]: FactValue<SideLiveFacts[K]>;
};

/** What every live check may know beside its facts. */
export interface LiveContext {
  /** ISO date on which the judgement is made. */
  today: string;
  /** ISO 8601 with time, where it was told. */
  now?: string;
  settings: LiveSettings;
}

/** Judges each side by itself; `needs` are read before `check` is called, or the result is `unknown`. */
export interface LiveSideCheck<Name extends LiveFactName = LiveFactName> {
  scope: 'side';
  /** The sides that the guideline speaks about; both where it is left out. */
  sides?: readonly Side[];
  needs: readonly Name[];
  check(
    facts: LiveValues<Name>,
    context: LiveContext & {
      side: Side;
      /** Everything read of the side, for what a check can use but does without. */
      given: SideLiveFacts;
    },
  ): Finding;
}

/** Judges both sides together; every need is one of each side. */
export interface LivePairCheck<Name extends LiveFactName = LiveFactName> {
  scope: 'pair';
  needs: readonly Name[];
  check(
    facts: Readonly<Record<Side, LiveValues<Name>>>,
    context: LiveContext & { given: Readonly<Record<Side, SideLiveFacts>> },
  ): Finding;
}

/** Judges each application network with both sides; `skipped` for the pair where no application is declared. */
export interface LiveApplicationCheck<
  Name extends LiveFactName = LiveFactName,
> {
  scope: 'application';
  needs: readonly Name[];
  check(
    facts: Readonly<Record<Side, LiveValues<Name>>>,
    context: LiveContext & {
      application: Application;
      given: Readonly<Record<Side, SideLiveFacts>>;
    },
  ): Finding;
}

/** A check whose needs the type no longer tells apart. */
export type LiveCheck = LiveSideCheck | LivePairCheck | LiveApplicationCheck;

/** Declares a live check of one side and keeps the types of what it needs. */
export function liveSideCheck<Name extends LiveFactName = never>(
  check: Omit<LiveSideCheck<Name>, 'scope'>,
): LiveCheck {
  return { ...check, scope: 'side' } as unknown as LiveCheck;
}

/** Declares a live check of the pair and keeps the types of what it needs. */
export function livePairCheck<Name extends LiveFactName = never>(
  check: Omit<LivePairCheck<Name>, 'scope'>,
): LiveCheck {
  return { ...check, scope: 'pair' } as unknown as LiveCheck;
}

/** Declares a live check of each application and keeps the types of what it needs. */
export function liveApplicationCheck<Name extends LiveFactName = never>(
  check: Omit<LiveApplicationCheck<Name>, 'scope'>,
): LiveCheck {
  return { ...check, scope: 'application' } as unknown as LiveCheck;
}
