import type { KeyPath } from '../source/keyPath';
import type { ValidParts } from '../validParts';
import { type Rule, sidesOf } from './rule';

interface NamedVpc {
  vpcId: string;
  owner: string;
  path: KeyPath;
}

/**
 * No two networks of the file are one VPC: the sides are separate administrative domains, and a VPC is
 * peered once.
 */
export const distinctVpcs: Rule = environment => {
  const seen = new Map<string, string>();
  return vpcs(environment).flatMap(({ vpcId, owner, path }) => {
    const first = seen.get(vpcId);
    if (first === undefined) seen.set(vpcId, owner);
    if (first === undefined) return [];
    return [
      {
        path,
        guideline: path[1] === 'auditor' ? 'separate-clusters' : undefined,
        expected: 'a VPC that nobody else in this file has',
        received: `${vpcId}, which is also the VPC of ${first}`,
        remedy:
          'Name another VPC; list the ranges of applications that share one VPC under one application.',
      },
    ];
  });
};

function vpcs(environment: ValidParts): NamedVpc[] {
  const applications = environment.spec?.applications ?? [];
  return [
    ...sidesOf(environment).flatMap(({ parts, path, name }) => {
      const vpcId = parts.network?.existing?.vpcId;
      const key = [...path, 'network', 'existing', 'vpcId'];
      return vpcId ? [{ vpcId, owner: `the ${name} side`, path: key }] : [];
    }),
    ...applications.flatMap((application, index) => {
      const vpcId = application?.vpcId;
      const path = ['spec', 'applications', index, 'vpcId'];
      return vpcId
        ? [
            {
              vpcId,
              owner: `the application ${application?.name ?? index}`,
              path,
            },
          ]
        : [];
    }),
  ];
}
