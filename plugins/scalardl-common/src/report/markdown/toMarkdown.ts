import type { Report, Result, Verdict } from '../report';
import { countVerdicts } from '../verdicts/countVerdicts';
import { worstFirst } from '../verdicts/worstFirst';
import { type Section, fill } from './fill';
import { head } from './head';
import { COLUMNS, row } from './row';

/**
 * Most that GitHub keeps of a step's job summary, in bytes of UTF-8; one byte more and nothing is shown
 * (https://docs.github.com/actions/using-workflows/workflow-commands-for-github-actions#step-isolation-and-limits).
 */
export const STEP_SUMMARY_BYTES = 1024 * 1024;

/** Most that GitHub takes as a comment, in characters. */
export const COMMENT_CHARACTERS = 65_536;

/** Begins a comment, so that a later run finds and replaces it. */
export const COMMENT_MARK = '<!-- scalardl-on-eks report -->';

const COMPLETE_REPORT = 'the file scalardl-report.json';

/**
 * A report as GitHub Markdown: the worst first, what passes or was skipped folded away, every text of unknown
 * origin shown as it is.
 *
 * @param options - `maximumBytes`: most bytes of UTF-8, a job summary's limit by default; what is cut is said
 * @throws RangeError where the numbers alone do not fit, which some 4,000 bytes are enough for
 */
export function toMarkdown(
  report: Report,
  { maximumBytes = STEP_SUMMARY_BYTES }: { maximumBytes?: number } = {},
): string {
  const encoder = new TextEncoder();
  return fill(
    head(report),
    [
      ...open(pick(report, ['fail', 'unknown', 'waived'])),
      ...folded('Skipped', pick(report, ['skipped'])),
      ...folded('Passed', pick(report, ['pass'])),
    ],
    {
      room: {
        maximum: maximumBytes,
        measure: text => encoder.encode(text).length,
      },
      notice: leftOut =>
        `\n**${leftOut} results are left out here**, because GitHub shows at most ${maximumBytes} bytes; ${COMPLETE_REPORT} holds every one.\n`,
    },
  );
}

/**
 * A report for a comment on a pull request: what fails, is unknown or waived; the rest only as numbers.
 *
 * @param options - `maximumCharacters`: most characters, a comment's limit by default; what is cut is said
 * @throws RangeError where the numbers alone do not fit, which some 4,000 characters are enough for
 */
export function toComment(
  report: Report,
  {
    maximumCharacters = COMMENT_CHARACTERS,
  }: { maximumCharacters?: number } = {},
): string {
  const { pass, skipped } = countVerdicts(report);
  const start = `${COMMENT_MARK}\n${head(report)}`;
  const rest = `${pass} results that pass and ${skipped} that were skipped are listed in the job summary.\n\n`;
  return fill(start + rest, open(pick(report, ['fail', 'unknown', 'waived'])), {
    // Code units: never fewer than characters, however GitHub counts them.
    room: { maximum: maximumCharacters, measure: text => text.length },
    notice: leftOut =>
      `\n**${leftOut} results are left out here**, because a comment holds at most ${maximumCharacters} characters; ${COMPLETE_REPORT} holds every one.\n`,
  });
}

function pick(report: Report, verdicts: readonly Verdict[]): Result[] {
  return worstFirst(report.results).filter(({ verdict }) =>
    verdicts.includes(verdict),
  );
}

function open(results: readonly Result[]): Section[] {
  if (results.length === 0) return [];
  return [{ before: COLUMNS, rows: results.map(row), after: '\n' }];
}

function folded(title: string, results: readonly Result[]): Section[] {
  if (results.length === 0) return [];
  return [
    {
      before: `<details>\n<summary>${title}: ${results.length}</summary>\n\n${COLUMNS}`,
      rows: results.map(row),
      after: '\n</details>\n\n',
    },
  ];
}
