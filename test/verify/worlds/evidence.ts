import type { Result, Scope } from '@scalardl-on-eks/plugin-scalardl-common';
import { keyOf } from '../truth/judge/verdicts.ts';
import type { Expected, OtherWorld, Part } from './otherWorld.ts';

/** What the healthy world has none of, or what is judged with Secrets or by a probe only. */
const SKIPPED: readonly string[] = [
  'health-checks-answered',
  'marketplace-resource-limits',
  'pause-job-for-backups',
  'point-in-time-recovery-enabled',
  'same-authentication-secret',
  'sound-signing-keys',
];

/** What a scope belongs to; applications call the pair. */
export function partOf(scope: Scope): Part {
  return scope === 'ledger' || scope === 'auditor' ? scope : 'pair';
}

/** Whether the product says of the healthy world just what this says. */
export function isAsHealthy(result: Result): boolean {
  const usual = SKIPPED.includes(result.guideline) ? 'skipped' : 'pass';
  return result.verdict === usual;
}

/** Everything that a result says, as text. */
export function evidenceOf({ observed, reason, subjects }: Result): string {
  const details = subjects.map(({ detail }) => detail);
  return [reason, observed, ...details].filter(Boolean).join('; ');
}

/** A result in the form of what was expected; where the words are not found, it has all of its own. */
export function foundAs(result: Result, expected?: Expected): Expected {
  const text = evidenceOf(result);
  return {
    verdict: result.verdict,
    says: expected && text.includes(expected.says) ? expected.says : text,
  };
}

/** A result as far as a world tells of it, which is not at all where nobody doubted it. */
export interface Told {
  readonly result: Result;
  readonly found: Expected;
}

/** What a world tells of its results, in the order of the report. */
export function toldOf(
  { scopes, expect: expected, telling }: OtherWorld,
  results: readonly Result[],
): Told[] {
  return results
    .filter(({ scope }) => scopes.includes(partOf(scope)))
    .flatMap(result => {
      const usual = isAsHealthy(result);
      const words = usual ? telling[result.guideline] : undefined;
      const wanted = usual
        ? words && { verdict: result.verdict, says: words }
        : expected[keyOf(result)];
      return usual && !wanted
        ? []
        : [{ result, found: foundAs(result, wanted || undefined) }];
    });
}
