import type { Environment } from '@scalardl-on-eks/plugin-scalardl-common';
import type { RenderedFile } from '../renderedFile';
import type { SideModel } from '../side/sideModel';
import { header } from '../yaml/header';
import { yamlText } from '../yaml/yamlText';

/** `catalog-info.yaml`; the annotation lists every range taken, so that the next environment avoids them. */
export function catalogInfoFile(
  { metadata, spec }: Environment,
  sides: readonly SideModel[],
): RenderedFile {
  const ranges = new Set([
    ...sides.flatMap(({ ranges: taken }) => taken),
    ...spec.applications.flatMap(({ cidrs }) => cidrs),
    ...spec.runners.cidrs,
  ]);
  return {
    path: 'catalog-info.yaml',
    owner: 'tool',
    content: yamlText(header('The Backstage catalog entry.'), [
      {
        data: {
          apiVersion: 'backstage.io/v1alpha1',
          kind: 'Component',
          metadata: {
            name: metadata.name,
            description:
              metadata.description ??
              `ScalarDL Ledger and Auditor of ${metadata.name}`,
            annotations: { 'scalardl-on-eks/cidrs': [...ranges].join(',') },
            tags: ['scalardl', 'eks'],
          },
          spec: {
            type: 'scalardl-environment',
            lifecycle: 'production',
            owner: metadata.owner,
          },
        },
      },
    ]),
  };
}
