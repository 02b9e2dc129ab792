import type { ValidParts } from '../validParts';
import type { Breach, Rule } from './rule';

/** Every application has a name of its own, and a peering to create knows its VPC. */
export const applications: Rule = environment => [
  ...repeatedNames(environment),
  ...missingVpcs(environment),
];

function repeatedNames({ spec }: ValidParts): Breach[] {
  const all = spec?.applications ?? [];
  return all.flatMap((application, index) => {
    const name = application?.name;
    const first = all.findIndex(other => other?.name === name);
    if (name === undefined || first === index) return [];
    return [
      {
        path: ['spec', 'applications', index, 'name'],
        expected: 'a name that no other application has',
        received: `${name}, which is also applications[${first}]`,
        remedy: 'Rename one of the two.',
      },
    ];
  });
}

function missingVpcs({ spec }: ValidParts): Breach[] {
  return (spec?.applications ?? []).flatMap((application, index) => {
    if (application?.peering !== 'create' || 'vpcId' in application) return [];
    return [
      {
        path: ['spec', 'applications', index, 'vpcId'],
        expected: 'the VPC to peer, because peering is create',
        received: 'nothing',
        remedy:
          'Add vpcId, or write peering: external where somebody else connects the network.',
      },
    ];
  });
}
