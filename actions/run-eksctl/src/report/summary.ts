import {
  codeText,
  printable,
  proseText,
} from '@scalardl-on-eks/plugin-scalardl-common';
import { type Report, duration, hasChanged } from './report';

/** The result for a terminal or a log. */
export function textOf(report: Report): string {
  const lines = [
    titleOf(report),
    ...section('Found', report.found),
    ...section(
      report.mode === 'plan' ? 'Would change' : 'Done',
      report.mode === 'plan'
        ? report.planned.map(({ what }) => what)
        : report.done.map(
            ({ what, milliseconds }) => `${what} (${duration(milliseconds)})`,
          ),
    ),
    ...section('Read afterwards', report.evidence),
    ...section('Notes', [...report.warnings, ...report.notes]),
  ];
  return `${lines.map(line => printableKeepingIndent(line)).join('\n')}\n`;
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length > 0
    ? [`${title}:`, ...lines.map(line => `  ${line}`)]
    : [];
}

function printableKeepingIndent(line: string): string {
  const indent = /^ */.exec(line)?.[0] ?? '';
  return indent + printable(line);
}

/** The result as Markdown. */
export function summaryOf(report: Report): string {
  const { eksctl, milliseconds } = report;
  const steps =
    report.mode === 'plan' || report.failure
      ? list(
          report.mode === 'plan' ? 'Would change' : 'Planned',
          report.planned.map(({ what }) => proseText(what)),
        )
      : '';
  return [
    `## ${signOf(report)} ${proseText(titleOf(report))}\n\n`,
    `eksctl ${codeText(eksctl.version)} from ${proseText(eksctl.origin)}, ${duration(milliseconds)}\n\n`,
    report.failure ? `${proseText(report.failure)}\n\n` : '',
    list('Found', report.found.map(proseText)),
    steps,
    doneTable(report),
    list('Read afterwards', report.evidence.map(proseText)),
    list('Notes', [...report.warnings, ...report.notes].map(proseText)),
  ].join('');
}

function signOf({ failure, nodesUnseen }: Report): string {
  if (failure) return '❌';
  return nodesUnseen ? '⚠️' : '✅';
}

function titleOf(report: Report): string {
  const { mode, cluster, region, failure } = report;
  const name = `${cluster} in ${region}`;
  const changed = hasChanged(report);
  if (failure) return `${name}: not what it should be`;
  if (mode === 'plan') {
    return changed ? `${name}: would be changed` : `${name}: nothing to do`;
  }
  if (mode === 'delete') {
    return changed ? `${name}: deleted` : `${name}: nothing to delete`;
  }
  const reservation = report.nodesUnseen ? '; its nodes were not seen' : '';
  return changed
    ? `${name}: changed to what the file says${reservation}`
    : `${name}: already what the file says${reservation}`;
}

function list(title: string, items: readonly string[]): string {
  return items.length > 0
    ? `### ${title}\n\n${items.map(item => `- ${item}\n`).join('')}\n`
    : '';
}

function doneTable({ done }: Report): string {
  if (done.length === 0) return '';
  const rows = done.map(
    ({ what, evidence, milliseconds }) =>
      `| ${proseText(what)} | ${proseText(evidence)} | ${duration(milliseconds)} |\n`,
  );
  return `### Done\n\n| step | read afterwards | time |\n| --- | --- | --- |\n${rows.join('')}\n`;
}
