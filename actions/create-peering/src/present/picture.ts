import type { LinkResult } from '../link/applyLink';
import { formatPorts } from '../topology/ports';

/** A picture with more lines than this helps nobody. */
const MOST = 12;

/** The topology as a mermaid picture; empty where it would be too large. Names are letters, digits and hyphens. */
export function topologyPicture(results: readonly LinkResult[]): string {
  if (results.length > MOST) return '';
  const names = [
    ...new Set(results.flatMap(({ link }) => [link.from.name, link.to.name])),
  ];
  const id = (name: string) => `n${names.indexOf(name)}`;
  const ranges = new Map(
    results.flatMap(({ link: { from, to } }) => [
      [from.name, from.ranges ?? []],
      [to.name, to.ranges ?? []],
    ]),
  );
  return [
    '```mermaid',
    'flowchart LR',
    ...names.map(
      name =>
        `  ${id(name)}["${[name, ...(ranges.get(name) ?? [])].join('<br/>')}"]`,
    ),
    ...results.flatMap(({ link, status }) => {
      const { from, to, connection } = link;
      const arrow = status === 'active' ? '-->' : '-.->';
      const ports = (end: 'from' | 'to') =>
        connection.ports[end].map(formatPorts).join(', ');
      return [
        ...(ports('to')
          ? [`  ${id(from.name)} ${arrow}|"${ports('to')}"| ${id(to.name)}`]
          : []),
        ...(ports('from')
          ? [`  ${id(to.name)} ${arrow}|"${ports('from')}"| ${id(from.name)}`]
          : []),
      ];
    }),
    '```',
    '',
  ].join('\n');
}
