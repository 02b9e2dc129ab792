import {
  type Problem,
  STEP_SUMMARY_BYTES,
  formatProblem,
  printable,
  proseText,
  toMarkdown,
  toText,
} from '@scalardl-on-eks/plugin-scalardl-common';
import type { Judgement } from '../judgement';
import { nextSteps } from './nextSteps';

/** How many problems of the environment file a summary lists; the log has every one. */
const LISTED_PROBLEMS = 50;

/** The judgement for a terminal or a log. */
export function textOf({ report, problems }: Judgement): string {
  const lines = problems.map(
    problem => `${printable(formatProblem(problem))}\n`,
  );
  const heading =
    lines.length > 0 ? 'The environment file is not valid:\n' : '';
  return `${heading}${lines.join('')}${toText(report)}`;
}

/** The judgement as a job summary, within GitHub's limit. */
export function summaryOf({ report, problems, picture }: Judgement): string {
  const start = problemList(problems);
  const end = [picture, nextSteps(report)]
    .filter(Boolean)
    .map(part => `\n${part}`)
    .join('');
  const maximumBytes = STEP_SUMMARY_BYTES - Buffer.byteLength(start + end);
  return start + toMarkdown(report, { maximumBytes }) + end;
}

function problemList(problems: readonly Problem[]): string {
  if (problems.length === 0) return '';
  const listed = problems
    .slice(0, LISTED_PROBLEMS)
    .map(problem => `- ${proseText(formatProblem(problem))}\n`);
  const others = problems.length - listed.length;
  const rest = others > 0 ? `\n${others} more are in the log.\n` : '';
  return `## The environment file is not valid\n\n${listed.join('')}${rest}\n`;
}
