import { codeText, proseText } from '@scalardl-on-eks/plugin-scalardl-common';
import type { Outcome } from '../outcome';
import { topologyPicture } from './picture';
import { type Shown, headline } from './text';

/** The job summary: a picture, a row a connection, a row a change. */
export function summaryOf(outcome: Outcome, shown: Shown): string {
  const { changes, results } = outcome;
  const isWaiting = results.some(({ status }) =>
    ['pending', 'late'].includes(status),
  );
  const sign = isWaiting && shown.mode === 'apply' ? '⏳' : '✅';
  return [
    `## ${sign} ${headline(outcome, shown)}\n`,
    topologyPicture(results),
    table(
      ['connection', 'from', 'to', 'peering', 'status'],
      results.map(({ link, peering, status }) => [
        link.connection.name,
        link.from.name,
        link.to.name,
        peering?.id ?? '',
        peering?.status ?? status,
      ]),
    ),
    changes.length === 0
      ? ''
      : table(
          ['network', 'change', 'what', 'connection'],
          changes.map(({ network, action, kind, subject, connection }) => [
            network,
            `${action} ${kind}`,
            subject,
            connection,
          ]),
        ),
    ...shown.warnings.map(warning => `> ⚠️ ${proseText(warning)}\n`),
  ]
    .filter(Boolean)
    .join('\n');
}

function table(
  head: readonly string[],
  rows: readonly (readonly string[])[],
): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |\n`;
  return [
    line(head),
    line(head.map(() => '---')),
    ...rows.map(row => line(row.map(cell => (cell ? codeText(cell) : '')))),
  ].join('');
}
