import type { Level, Result, Verdict } from '../report';

const VERDICTS: readonly Verdict[] = [
  'fail',
  'unknown',
  'waived',
  'skipped',
  'pass',
];

const LEVELS: readonly Level[] = ['requirement', 'recommendation', 'derived'];

/** The results with the worst verdict first, then the most binding level, otherwise in the given order. */
export function worstFirst(results: readonly Result[]): Result[] {
  return [...results].sort(
    (a, b) =>
      VERDICTS.indexOf(a.verdict) - VERDICTS.indexOf(b.verdict) ||
      LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level),
  );
}

export type Severity = 'error' | 'warning' | 'notice';

const SEVERITIES: Record<Level, Severity> = {
  requirement: 'error',
  recommendation: 'warning',
  derived: 'notice',
};

/** How loud a level is where a tool knows errors, warnings and notices. */
export function severityOf(level: Level): Severity {
  return SEVERITIES[level];
}

/** Whether somebody has to act: the result fails or could not be judged. */
export function needsAction({ verdict }: Pick<Result, 'verdict'>): boolean {
  return verdict === 'fail' || verdict === 'unknown';
}
