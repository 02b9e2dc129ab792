import type { Fact } from '../../facts/fact';
import type { LiveFacts } from '../../facts/live';
import { withoutOwnerOnly } from '../../facts/live/ownerOnly';
import { SIDES, type Result, type Scope, type Side } from '../../report/report';
import type { Finding, Guideline } from '../guideline';
import type {
  LiveApplicationCheck,
  LiveCheck,
  LivePairCheck,
  LiveSideCheck,
} from '../liveCheck';
import { unreadFinding, valuesOf } from './needs';
import { toResult, waive } from './result';

interface Judged {
  scope: Scope;
  finding: Finding;
}

/**
 * Judges every guideline that has a live-stage check, on the facts as they stand. They may still be arriving: checks
 * remember by a side's facts what they worked out of them, so each judgement has facts of its own.
 */
export function judgeLive(
  guidelines: readonly Guideline[],
  arriving: LiveFacts,
): Result[] {
  const facts: LiveFacts = {
    ...arriving,
    ledger: withoutOwnerOnly({ ...arriving.ledger }),
    auditor: withoutOwnerOnly({ ...arriving.auditor }),
  };
  const { today, settings } = facts;
  return guidelines.flatMap(guideline => {
    const { live } = guideline;
    if (!live) return [];
    return judged(live, facts).map(({ scope, finding }) => {
      const result = toResult(guideline, {
        stage: 'live',
        scope,
        finding: withoutPlaces(finding),
      });
      return waive(result, { waivers: settings.waivers, today });
    });
  });
}

function judged(check: LiveCheck, facts: LiveFacts): Judged[] {
  switch (check.scope) {
    case 'side':
      return ofSides(check, facts);
    case 'pair':
      return ofPair(check, facts);
    default:
      return ofApplications(check, facts);
  }
}

function ofSides(check: LiveSideCheck, facts: LiveFacts): Judged[] {
  const { today, now, settings } = facts;
  return (check.sides ?? SIDES).map(side => {
    const given = facts[side];
    const finding =
      unreadFinding(needed(check, facts, [side])) ??
      check.check(valuesOf(given, check.needs) as never, {
        side,
        today,
        now,
        settings,
        given,
      });
    return { scope: side, finding };
  });
}

function ofPair(check: LivePairCheck, facts: LiveFacts): Judged[] {
  const { today, now, settings } = facts;
  const finding =
    unreadFinding(needed(check, facts, SIDES)) ??
    check.check(valuesOfBoth(check, facts), {
      today,
      now,
      settings,
      given: facts,
    });
  return [{ scope: 'pair', finding }];
}

function ofApplications(
  check: LiveApplicationCheck,
  facts: LiveFacts,
): Judged[] {
  const { today, now, settings } = facts;
  if (settings.applications.length === 0) {
    const reason = 'no application is declared';
    return [{ scope: 'pair', finding: { verdict: 'skipped', reason } }];
  }
  return settings.applications.map(application => ({
    scope: `application:${application.name}`,
    finding:
      unreadFinding(needed(check, facts, SIDES)) ??
      check.check(valuesOfBoth(check, facts), {
        today,
        now,
        settings,
        application,
        given: facts,
      }),
  }));
}

const TITLES: Readonly<Record<Side, string>> = {
  ledger: 'Ledger',
  auditor: 'Auditor',
};

function needed(
  { needs }: LiveCheck,
  facts: LiveFacts,
  sides: readonly Side[],
): Fact<unknown>[] {
  return sides.flatMap(side =>
    needs.map((need): Fact<unknown> => {
      const fact = facts[side][need];
      return fact.ok
        ? fact
        : { ok: false, reason: `${TITLES[side]}: ${fact.reason}` };
    }),
  );
}

function valuesOfBoth({ needs }: LiveCheck, facts: LiveFacts): never {
  return {
    ledger: valuesOf(facts.ledger, needs),
    auditor: valuesOf(facts.auditor, needs),
  } as never;
}

/** What a check reads in the plan stage's way has places; a running cluster has none. */
function withoutPlaces({ location: _, ...finding }: Finding): Finding {
  return {
    ...finding,
    subjects: finding.subjects?.map(({ location: __, ...subject }) => subject),
  };
}
