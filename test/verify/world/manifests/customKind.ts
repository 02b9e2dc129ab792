import { type Manifest, pluralOf } from '../resources.ts';

/** A custom resource definition that takes every object. */
export function customKind(
  group: string,
  version: string,
  kind: string,
  scope: 'Namespaced' | 'Cluster',
): Manifest {
  const plural = pluralOf(kind);
  return {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: `${plural}.${group}` },
    spec: {
      group,
      scope,
      names: { kind, plural, singular: kind.toLowerCase() },
      versions: [
        {
          name: version,
          served: true,
          storage: true,
          schema: {
            openAPIV3Schema: {
              type: 'object',
              'x-kubernetes-preserve-unknown-fields': true,
            },
          },
        },
      ],
    },
  };
}

interface Definition {
  group: string;
  names: { plural: string };
  versions: readonly { name: string }[];
}

/** Where the objects of a custom resource definition are listed, a moment after it was made; none for other kinds. */
export function servedPaths({ kind, spec }: Manifest): string[] {
  if (kind !== 'CustomResourceDefinition') return [];
  const { group, names, versions } = spec as Definition;
  return versions.map(({ name }) => `/apis/${group}/${name}/${names.plural}`);
}
