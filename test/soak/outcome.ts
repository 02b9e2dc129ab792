/** How a case ended. */
export interface Outcome {
  name: string;
  verdict: 'passed' | 'failed' | 'skipped';
  /** Why it failed or was skipped. */
  detail?: string;
  /** All that was said, where it failed. */
  log?: string;
  seconds: number;
  /** When it ended, as ISO 8601. */
  at: string;
}

/** `N passed, N failed, N skipped`. */
export function countOutcomes(outcomes: readonly Outcome[]): string {
  return (['passed', 'failed', 'skipped'] as const)
    .map(
      verdict =>
        `${outcomes.filter(outcome => outcome.verdict === verdict).length} ${verdict}`,
    )
    .join(', ');
}
