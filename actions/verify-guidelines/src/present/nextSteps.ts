import {
  type Report,
  type Result,
  guidelineUrl,
  proseText,
  worstFirst,
} from '@scalardl-on-eks/plugin-scalardl-common';

/** More than this nobody does at once; the table above has them all. */
const LISTED = 10;

/** What to do next, the worst first; empty where nothing is to be done. */
export function nextSteps({ results }: Report): string {
  const steps = [
    ...worstFirst(results.filter(({ verdict }) => verdict === 'fail')).map(
      ({ guideline, scope, remedy = '' }) =>
        `${proseText(remedy)} ([${proseText(guideline)}](${guidelineUrl(guideline)}), ${proseText(scope)})`,
    ),
    ...unread(results),
  ];
  const others = steps.length - LISTED;
  return steps.length === 0
    ? ''
    : [
        '### What to do next\n\n',
        ...steps
          .slice(0, LISTED)
          .map((step, index) => `${index + 1}. ${step}\n`),
        ...(others > 0 ? [`\n${others} more stand in the table.\n`] : []),
      ].join('');
}

/** One step for each reason, because one missing right leaves many guidelines open. */
function unread(results: readonly Result[]): string[] {
  const reasons = new Map<string, Set<string>>();
  for (const { verdict, reason = '', guideline } of results) {
    if (verdict !== 'unknown') continue;
    reasons.set(reason, (reasons.get(reason) ?? new Set()).add(guideline));
  }
  return [...reasons].map(
    ([reason, open]) =>
      `Make readable what was not: ${proseText(reason)} (${open.size} guideline${open.size === 1 ? '' : 's'})`,
  );
}
