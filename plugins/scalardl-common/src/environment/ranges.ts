import { type Ipv4Range, contains, toRange } from '../network/cidr';
import { sidesOf } from './rules/rule';
import type { KeyPath } from './source/keyPath';
import type { ValidParts } from './validParts';

/** https://www.rfc-editor.org/rfc/rfc1918 and https://www.rfc-editor.org/rfc/rfc6598 */
export const PRIVATE_RANGES: readonly string[] = [
  '10.0.0.0/8',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '100.64.0.0/10',
];

/** Whether no address of the range belongs to the internet. */
export function isPrivateRange(range: Ipv4Range): boolean {
  return PRIVATE_RANGES.some(outer => contains(toRange(outer), range));
}

/** One range that an environment names, and whose it is. */
export interface NamedRange {
  cidr: string;
  range: Ipv4Range;
  path: KeyPath;
  /** Whose range it is, in words: `the Ledger side`. */
  owner: string;
}

/** Every range that must be disjoint from the others, in the order of the file's keys. */
export function namedRanges(environment: ValidParts): NamedRange[] {
  const { spec } = environment;
  return [
    ...named([spec?.serviceCidr], {
      owner: 'the Kubernetes services',
      path: () => ['spec', 'serviceCidr'],
    }),
    ...sidesOf(environment).flatMap(({ name, parts, path }) => {
      const owner = `the ${name} side`;
      const base = [...path, 'network'];
      return [
        ...named([parts.network?.cidr], {
          owner,
          path: () => [...base, 'cidr'],
        }),
        ...named(parts.network?.existing?.cidrs, {
          owner,
          path: index => [...base, 'existing', 'cidrs', index],
        }),
      ];
    }),
    ...(spec?.applications ?? []).flatMap((application, place) =>
      named(application?.cidrs, {
        owner: `the application ${application?.name ?? place}`,
        path: index => ['spec', 'applications', place, 'cidrs', index],
      }),
    ),
    ...named(spec?.runners?.cidrs, {
      owner: 'the runners',
      path: index => ['spec', 'runners', 'cidrs', index],
    }),
  ];
}

function named(
  cidrs: readonly (string | undefined)[] | undefined,
  of: { owner: string; path: (index: number) => KeyPath },
): NamedRange[] {
  return (cidrs ?? []).flatMap((cidr, index) =>
    cidr === undefined
      ? []
      : [{ cidr, range: toRange(cidr), path: of.path(index), owner: of.owner }],
  );
}
