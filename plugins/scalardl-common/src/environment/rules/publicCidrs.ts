import { type Breach, type Rule, type SideEntry, sidesOf } from './rule';

/** A public endpoint names who may reach it, never everybody, and a private one names nobody. */
export const publicCidrs: Rule = environment =>
  sidesOf(environment).flatMap(entry => [
    ...missing(entry),
    ...needless(entry),
    ...everybody(entry),
  ]);

function missing({ parts, path }: SideEntry): Breach[] {
  const { endpoint } = parts;
  if (endpoint?.access !== 'restrictedPublic' || 'publicCidrs' in endpoint)
    return [];
  return [
    {
      path: [...path, 'endpoint', 'publicCidrs'],
      expected: 'ranges, because endpoint.access is restrictedPublic',
      received: 'nothing',
      remedy:
        'Add the ranges that may reach the Kubernetes API, or write access: private.',
    },
  ];
}

function needless({ parts, path }: SideEntry): Breach[] {
  const { endpoint } = parts;
  if (endpoint?.access !== 'private' || !('publicCidrs' in endpoint)) return [];
  return [
    {
      path: [...path, 'endpoint', 'publicCidrs'],
      expected: 'no publicCidrs, because endpoint.access is private',
      received: 'publicCidrs',
      remedy:
        'Remove publicCidrs, or write access: restrictedPublic: EKS stores the ranges and uses them as soon as the endpoint is opened.',
    },
  ];
}

function everybody({ parts, path }: SideEntry): Breach[] {
  return (parts.endpoint?.publicCidrs ?? []).flatMap((range, index) =>
    range?.endsWith('/0')
      ? [
          {
            path: [...path, 'endpoint', 'publicCidrs', index],
            expected: 'the ranges of your own networks',
            received: `${range}, which is everybody`,
            remedy:
              'Name narrow ranges, such as the addresses of your office and your runners.',
          },
        ]
      : [],
  );
}
