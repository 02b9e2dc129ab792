import type { FailOn, Level, Report, Result } from '../report';

const LEVELS: readonly Level[] = ['requirement', 'recommendation', 'derived'];

/**
 * The results that make a run fail: those that fail or are unknown, of the level `failOn` or a more
 * binding one. `never` gives none.
 */
export function exceeds(report: Report, failOn: FailOn): Result[] {
  if (failOn === 'never') return [];
  const counted = LEVELS.slice(0, LEVELS.indexOf(failOn) + 1);
  return report.results.filter(
    ({ verdict, level }) =>
      (verdict === 'fail' || verdict === 'unknown') && counted.includes(level),
  );
}
