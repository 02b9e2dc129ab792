import { countOutcomes, type Outcome } from './outcome';

/**
 * The outcomes as a dated Markdown document.
 *
 * @param known - number of all cases that there are, run or not
 */
export function resultTable(
  outcomes: readonly Outcome[],
  known: number,
): string {
  const rows = outcomes.map(
    ({ name, verdict, seconds, detail = '' }) =>
      `| \`${name}\` | ${verdict} | ${Math.round(seconds)} s | ${cell(detail)} |\n`,
  );
  return [
    '# Result of `npm run test:soak`\n\n',
    `${daysOf(outcomes)}, ${outcomes.length} of ${known} cases: ${countOutcomes(outcomes)}. Written by \`npm run test:soak -- --write\`.\n\n`,
    '<!-- prettier-ignore-start -->\n\n',
    '| case | verdict | time | why |\n| --- | --- | --- | --- |\n',
    ...rows,
    '\n<!-- prettier-ignore-end -->\n',
  ].join('');
}

/** When the cases ended: a run that is taken up again may do so on a later day. */
function daysOf(outcomes: readonly Outcome[]): string {
  const days = outcomes.map(({ at }) => at.slice(0, 10)).sort();
  const [first, last] = [days.at(0), days.at(-1)];
  return first === last ? `${first}` : `${first} to ${last}`;
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll(/\s*\n\s*/g, '<br>');
}
