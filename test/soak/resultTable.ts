import { countOutcomes, type Outcome } from './outcome';

/**
 * The outcomes as a dated Markdown document.
 *
 * @param known - number of all cases that there are, run or not
 */
export function resultTable(
  outcomes: readonly Outcome[],
  { day, known }: { day: string; known: number },
): string {
  const rows = outcomes.map(
    ({ name, verdict, seconds, detail = '' }) =>
      `| \`${name}\` | ${verdict} | ${Math.round(seconds)} s | ${cell(detail)} |\n`,
  );
  return [
    '# Result of `npm run test:soak`\n\n',
    `${day}, ${outcomes.length} of ${known} cases: ${countOutcomes(outcomes)}. Written by \`npm run test:soak -- --write\`.\n\n`,
    '<!-- prettier-ignore-start -->\n\n',
    '| case | verdict | time | why |\n| --- | --- | --- | --- |\n',
    ...rows,
    '\n<!-- prettier-ignore-end -->\n',
  ].join('');
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll(/\s*\n\s*/g, '<br>');
}
