import type { Result, Subject, Verdict } from '../report';
import { guidelineUrl } from '../text/guidelineUrl';
import { place } from '../text/place';
import { needsAction } from '../verdicts/worstFirst';
import { codeText, proseText } from './escape';

const SIGNS: Record<Verdict, string> = {
  fail: '❌ fail',
  unknown: '❓ unknown',
  waived: '🕒 waived',
  skipped: '➖ skipped',
  pass: '✅ pass',
};

/** How many subjects a cell names; the report holds more. */
const SHOWN_SUBJECTS = 5;

export const COLUMNS =
  '| Verdict | Guideline | Scope | Found | Remedy |\n| --- | --- | --- | --- | --- |\n';

/** One result as a row of the table. */
export function row(result: Result): string {
  const { guideline, level, verdict, scope, remedy } = result;
  const cells = [
    SIGNS[verdict],
    `[${proseText(guideline)}](${guidelineUrl(guideline)})<br>${level}`,
    proseText(scope),
    found(result).join('<br>'),
    remedy ? proseText(remedy) : '',
  ];
  return `| ${cells.join(' | ')} |\n`;
}

function found(result: Result): string[] {
  const { reason, expected, observed, location } = result;
  return [
    ...(reason ? [proseText(reason)] : []),
    ...(expected ? [`expected: ${codeText(expected)}`] : []),
    ...(observed ? [`observed: ${codeText(observed)}`] : []),
    ...(location ? [`at ${codeText(place(location))}`] : []),
    ...subjectLines(result),
  ];
}

/** What of many things is wrong. What passes is only counted, and a single subject repeats the result. */
function subjectLines({ verdict, subjects, subjectCount }: Result): string[] {
  if (!needsAction({ verdict }) || subjectCount < 2) return [];
  const wrong = subjects.filter(needsAction);
  const shown = wrong.slice(0, SHOWN_SUBJECTS).map(subjectLine);
  return [
    ...shown,
    `${wrong.length} of the ${subjects.length} listed, ${subjectCount} in all`,
  ];
}

function subjectLine({ id, verdict, detail, location }: Subject): string {
  return [
    `${codeText(id)} ${verdict}`,
    ...(detail ? [codeText(detail)] : []),
    ...(location ? [`at ${codeText(place(location))}`] : []),
  ].join(' ');
}
