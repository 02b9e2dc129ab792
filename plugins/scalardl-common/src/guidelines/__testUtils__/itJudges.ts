/* eslint-disable jest/no-export -- no suite itself: it makes the tests of those that call it */
import type { LiveFacts } from '../../facts/live';
import type { Scope, Verdict } from '../../report/report';
import type { Guideline } from '../guideline';
import { judgeLive } from '../judge';

/** A world, and what a guideline must say of it. */
export interface LiveCase {
  facts: LiveFacts;
  /** `ledger` where it is left out and the guideline judges each side; else `pair`. */
  scope?: Scope;
  verdict: Verdict;
  /** A part of the reason, of what was observed, or of a subject's detail. */
  says: string;
}

/** Says of each world whether the guideline's verdict, and what it tells, are the expected ones. */
export function itJudges(
  guideline: Guideline,
  cases: Readonly<Record<string, LiveCase>>,
): void {
  const own: Scope = guideline.live?.scope === 'side' ? 'ledger' : 'pair';
  it.each(Object.entries(cases))('%s', (_, each) => {
    const { facts, scope = own, verdict, says } = each;
    const result = judgeLive([guideline], facts).find(
      candidate => candidate.scope === scope,
    );
    const { reason, observed, subjects = [] } = result ?? {};
    const told = [reason, observed, ...subjects.map(({ detail }) => detail)];
    expect({ verdict: result?.verdict, told: told.join('\n') }).toEqual({
      verdict,
      told: expect.stringContaining(says),
    });
  });
}
