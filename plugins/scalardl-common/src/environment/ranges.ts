import { type Ipv4Range, toRange } from '../network/cidr';
import { sidesOf } from './rules/rule';
import type { KeyPath } from './source/keyPath';
import type { ValidParts } from './validParts';

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
    ...sidesOf(environment).flatMap(({ side, parts, path }) => {
      const owner = `the ${side} side`;
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
        owner: `applications[${place}]`,
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
