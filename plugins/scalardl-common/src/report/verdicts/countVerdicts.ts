import type { Report, Result, Verdict } from '../report';

/** How many results have which verdict. */
export type VerdictCounts = Record<Verdict, number>;

/** Counts the results by verdict. */
export function countVerdicts({
  results,
}: {
  results: readonly Result[];
}): VerdictCounts {
  const counts = { fail: 0, unknown: 0, waived: 0, skipped: 0, pass: 0 };
  for (const { verdict } of results) counts[verdict] += 1;
  return counts;
}

/**
 * One word for a whole report: the worst of its verdicts, at any level. A run that was cut short, or
 * that has not a single pass, proves nothing and is `unknown`.
 */
export function overallVerdict(report: Report): 'pass' | 'fail' | 'unknown' {
  const { fail, unknown, pass } = countVerdicts(report);
  if (fail > 0) return 'fail';
  return unknown > 0 || pass === 0 || !report.complete ? 'unknown' : 'pass';
}
