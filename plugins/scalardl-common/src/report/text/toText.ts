import type { Report, Result } from '../report';
import { countVerdicts, overallVerdict } from '../verdicts/countVerdicts';
import { needsAction, worstFirst } from '../verdicts/worstFirst';
import { place } from './place';
import { printable, shortened } from './printable';

const LABEL_WIDTH = 10;

/** A report for a terminal: one line a result, the worst first, with the evidence of what needs action. */
export function toText(report: Report): string {
  const results = worstFirst(report.results);
  const widths = {
    guideline: widest(results.map(({ guideline }) => guideline)),
    scope: widest(results.map(({ scope }) => scope)),
  };
  const origin = [report.environment, report.tool].filter(Boolean).join(', ');
  const counts = Object.entries(countVerdicts(report))
    .map(([verdict, count]) => `${count} ${verdict}`)
    .join(', ');
  return [
    printable(`ScalarDL guidelines: ${overallVerdict(report)} (${origin})`),
    ...(report.complete ? [] : ['The run ended before everything was read.']),
    '',
    ...results.flatMap(result => lines(result, widths)),
    '',
    counts,
    '',
  ].join('\n');
}

function lines(
  result: Result,
  widths: { guideline: number; scope: number },
): string[] {
  const { verdict, level, guideline, scope, reason = '' } = result;
  const first = [
    verdict.padEnd(7),
    level.padEnd(14),
    printable(guideline).padEnd(widths.guideline),
    printable(scope).padEnd(widths.scope),
    needsAction(result) ? '' : shortened(printable(reason), 120),
  ];
  return [first.join('  ').trimEnd(), ...details(result)];
}

function details(result: Result): string[] {
  if (!needsAction(result)) return [];
  const { reason, expected, observed, location, remedy } = result;
  const labelled = {
    why: reason,
    expected,
    observed,
    at: location && place(location),
    remedy,
  };
  return Object.entries(labelled).flatMap(([label, text]) =>
    text ? [`         ${label.padEnd(LABEL_WIDTH)}${printable(text)}`] : [],
  );
}

function widest(texts: readonly string[]): number {
  return texts.reduce(
    (most, text) => Math.max(most, printable(text).length),
    0,
  );
}
