import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import type { GoldenSide } from '../goldenSides';
import { run } from '../run';
import type { KubernetesObject } from './kubernetes';
import { releasesOf, type Release } from './releases';

/** Everything that one side puts into its cluster, Helm releases and plain manifests. */
export interface Rendered {
  product: KubernetesObject[];
  schemaLoading: KubernetesObject[];
  manifests: KubernetesObject[];
  /** All of them. */
  objects: KubernetesObject[];
}

/** Renders the releases of one side by the real Helm, and reads its manifests. */
export async function renderSide(
  goldenSide: GoldenSide,
  { helm, charts }: { helm: string; charts: string },
): Promise<Rendered> {
  const releases = releasesOf(goldenSide);
  const render = (release: Release) =>
    renderRelease(release, { helm, charts, path: goldenSide.path });
  const [product, schemaLoading] = await Promise.all([
    render(releases.product),
    render(releases.schemaLoading),
  ]);
  const folder = `manifests/${goldenSide.side}`;
  const manifests = readdirSync(goldenSide.path(folder)).flatMap(file =>
    parseObjects(goldenSide.read(`${folder}/${file}`)),
  );
  return {
    product,
    schemaLoading,
    manifests,
    objects: [...product, ...schemaLoading, ...manifests],
  };
}

async function renderRelease(
  { name, chart, version, namespace, values }: Release,
  {
    helm,
    charts,
    path,
  }: { helm: string; charts: string; path: (file: string) => string },
): Promise<KubernetesObject[]> {
  const { code, stdout, stderr } = await run([
    helm,
    'template',
    name,
    join(charts, chart),
    '--version',
    version,
    '--namespace',
    namespace,
    '--values',
    path(values),
    // The charts write monitors only where the cluster knows them.
    '--api-versions',
    'monitoring.coreos.com/v1',
  ]);
  if (code !== 0) throw new Error(`helm template ${name} failed:\n${stderr}`);
  return parseObjects(stdout);
}

function parseObjects(text: string): KubernetesObject[] {
  return parseAllDocuments(text)
    .map(document => {
      if (document.errors.length > 0) throw document.errors[0];
      return document.toJS() as KubernetesObject | null;
    })
    .filter(object => object !== null);
}
