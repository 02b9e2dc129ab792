import type { Level, Report, Verdict } from '../report';
import { countVerdicts, overallVerdict } from '../verdicts/countVerdicts';
import { codeText, proseText } from './escape';

const LEVELS: readonly Level[] = ['requirement', 'recommendation', 'derived'];

const VERDICTS: readonly Verdict[] = [
  'fail',
  'unknown',
  'waived',
  'skipped',
  'pass',
];

/** Heading, origin and the numbers of a report. */
export function head(report: Report): string {
  const { environment, tool, startedAt, complete, results } = report;
  const stages = [...new Set(results.map(({ stage }) => `${stage} stage`))];
  const origin = [
    ...(environment ? [`**${proseText(environment)}**`] : []),
    ...stages,
    proseText(startedAt),
    codeText(tool),
  ];
  const interrupted = complete
    ? ''
    : '**The run ended before everything was read; what is not listed is not known.**\n\n';
  const rows = LEVELS.map(level => {
    const counts = countVerdicts({
      results: results.filter(result => result.level === level),
    });
    return `| ${level} | ${VERDICTS.map(verdict => counts[verdict]).join(' | ')} |\n`;
  });
  return [
    `## ScalarDL guidelines: ${overallVerdict(report)}\n\n`,
    `${origin.join(' · ')}\n\n`,
    interrupted,
    `| | ${VERDICTS.join(' | ')} |\n| --- |${' ---: |'.repeat(VERDICTS.length)}\n`,
    ...rows,
    '\n',
  ].join('');
}
