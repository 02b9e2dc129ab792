import type { Report, Verdict } from '@scalardl-on-eks/plugin-scalardl-common';

/** How many results of a report have which verdict. */
export function countVerdicts(report: Report): Record<Verdict, number> {
  const counts = { pass: 0, fail: 0, unknown: 0, skipped: 0, waived: 0 };
  for (const { verdict } of report.results) counts[verdict] += 1;
  return counts;
}

/**
 * One word for a whole report: the worst of its verdicts, at any level. A report without a single pass
 * proves nothing and is `unknown`.
 */
export function overallVerdict(report: Report): 'pass' | 'fail' | 'unknown' {
  const { pass, fail, unknown } = countVerdicts(report);
  if (fail > 0) return 'fail';
  return unknown > 0 || pass === 0 ? 'unknown' : 'pass';
}
