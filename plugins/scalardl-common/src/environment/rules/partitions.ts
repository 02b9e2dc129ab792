import type { KeyPath } from '../source/keyPath';
import { type Breach, type Rule, sidesOf } from './rule';

/** Regions outside the partition `aws`; they have other endpoints, ARNs and images. */
const OTHER_PARTITIONS: readonly (readonly [RegExp, string])[] = [
  [/^cn-/, 'the China partition'],
  [/^us-gov-/, 'the GovCloud partition'],
  [/^us-iso|^eu-isoe-/, 'an isolated partition'],
];

/** Only regions of the ordinary partition, because the others were never tried. */
export const partitions: Rule = environment => [
  ...breaches(environment.spec?.region, ['spec', 'region']),
  ...sidesOf(environment).flatMap(({ parts, path }) =>
    breaches(parts.region, [...path, 'region']),
  ),
  ...(environment.spec?.applications ?? []).flatMap((application, index) =>
    breaches(application?.region, ['spec', 'applications', index, 'region']),
  ),
];

function breaches(region: string | undefined, path: KeyPath): Breach[] {
  if (region === undefined) return [];
  const other = OTHER_PARTITIONS.find(([pattern]) => pattern.test(region));
  if (!other) return [];
  return [
    {
      path,
      expected: 'a region of the partition aws',
      received: `${region} of ${other[1]}`,
      remedy:
        'Choose another region: this project was not tried in that partition.',
    },
  ];
}
