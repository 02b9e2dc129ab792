import {
  ENVIRONMENT_FILE,
  type Environment,
} from '@scalardl-on-eks/plugin-scalardl-common';
import { catalogInfoFile } from './catalog/catalogInfo';
import { clusterConfigFile } from './cluster/clusterConfig';
import { manifestFiles } from './manifests/manifestFiles';
import type { RenderedFile } from './renderedFile';
import { assertRepositoryPath } from './repository/path';
import { stampFile } from './repository/stamp';
import { sideModel } from './side/sideModel';
import { packedSkeleton } from './skeleton/packed';
import type { Skeleton } from './skeleton/skeleton';
import { renderSkeleton } from './templating/renderSkeleton';
import { templateView } from './templating/view';
import { valuesFiles } from './values/valuesFiles';

/**
 * Renders an environment into every file of its repository, sorted by path. The same input gives the same bytes.
 *
 * @param input - the parsed environment and the text it was parsed from, which is kept byte for byte
 * @param options - `skeleton`: another skeleton than the packed one
 */
export function renderEnvironment(
  { environment, source }: { environment: Environment; source: string },
  { skeleton = packedSkeleton }: { skeleton?: Skeleton } = {},
): RenderedFile[] {
  const ledger = sideModel(environment, 'ledger');
  const auditor = sideModel(environment, 'auditor');
  const sides = [ledger, auditor];
  const files: RenderedFile[] = [
    { path: ENVIRONMENT_FILE, content: source, owner: 'person' },
    ...sides.map(clusterConfigFile),
    ...sides.flatMap(valuesFiles),
    ...sides.flatMap(manifestFiles),
    catalogInfoFile(environment, sides),
    ...renderSkeleton(skeleton, templateView(environment, { ledger, auditor })),
  ];
  const rendered = [...files, stampFile(skeleton.version, files)];
  assertDistinct(rendered);
  return rendered.sort((a, b) => (a.path < b.path ? -1 : 1));
}

function assertDistinct(files: readonly RenderedFile[]): void {
  const seen = new Set<string>();
  for (const { path } of files) {
    assertRepositoryPath(path);
    if (seen.has(path)) {
      throw new Error(
        `Expected each file once, received ${path} twice; rename it in the skeleton.`,
      );
    }
    seen.add(path);
  }
}
