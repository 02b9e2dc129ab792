import { closest } from 'fastest-levenshtein';
import type { Breach, Rule, RuleContext } from './rule';
import type { ValidParts } from '../validParts';

/**
 * A waiver names a guideline that exists and is no requirement, and it stands there once. One that has
 * expired is no problem: it stops working, and the guideline fails again.
 */
export const waivers: Rule = (environment, { guidelines }) => [
  ...(guidelines ? unwaivable(environment, guidelines) : []),
  ...repeated(environment),
];

function unwaivable(
  { spec }: ValidParts,
  guidelines: NonNullable<RuleContext['guidelines']>,
): Breach[] {
  return (spec?.waivers ?? []).flatMap((waiver, index) => {
    const id = waiver?.guideline;
    if (id === undefined) return [];
    const path = ['spec', 'waivers', index, 'guideline'];
    const known = guidelines.find(guideline => guideline.id === id);
    if (!known) return [{ path, ...unknownGuideline(id, guidelines) }];
    if (known.level !== 'requirement') return [];
    return [
      {
        path,
        expected: 'a recommendation or a derived guideline',
        received: `${id}, a requirement`,
        remedy:
          'Remove the waiver and meet the guideline: a requirement is never set aside.',
      },
    ];
  });
}

function unknownGuideline(
  id: string,
  guidelines: NonNullable<RuleContext['guidelines']>,
): Omit<Breach, 'path'> {
  const ids = guidelines.map(guideline => guideline.id);
  return {
    expected: 'the id of a guideline',
    received: `the unknown id ${id}`,
    remedy:
      ids.length > 0
        ? `The nearest one is ${closest(id, ids)}.`
        : 'Remove the waiver.',
  };
}

function repeated({ spec }: ValidParts): Breach[] {
  const all = spec?.waivers ?? [];
  return all.flatMap((waiver, index) => {
    if (waiver?.guideline === undefined || hasBrokenSide(waiver)) return [];
    const first = all.findIndex(
      other =>
        other !== undefined &&
        other.guideline === waiver.guideline &&
        other.side === waiver.side &&
        !hasBrokenSide(other),
    );
    if (first === index) return [];
    return [
      {
        path: ['spec', 'waivers', index],
        expected: 'one waiver for a guideline and side',
        received: `a second one for ${waiver.guideline}, beside waivers[${first}]`,
        remedy: 'Remove one of the two.',
      },
    ];
  });
}

function hasBrokenSide(waiver: { side?: string | undefined }): boolean {
  return 'side' in waiver && waiver.side === undefined;
}
