import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import { keyTree, mergeKeys, type Kind, type KeyTree } from './keyTree.ts';

interface ChartFile {
  name: string;
  version: string;
  dependencies?: { name: string; alias?: string }[];
}

/** What one chart is called and which values it reads, those of its subcharts included. */
export interface ChartKeys {
  name: string;
  version: string;
  keys: Kind | KeyTree;
}

/** Mappings that take any keys although the values file has some, by chart. */
const FREE_FORM: Record<string, readonly string[]> = {
  // Flags of the program.
  'cluster-autoscaler': ['extraArgs'],
};

/** Reads a chart's folder. Subcharts stand in its `charts` folder or beside it. */
export function readChart(folder: string): ChartKeys {
  const {
    name,
    version,
    dependencies = [],
  } = parse(readFileSync(join(folder, 'Chart.yaml'), 'utf8')) as ChartFile;
  const own = keyTree(parse(readFileSync(join(folder, 'values.yaml'), 'utf8')));
  const keys = dependencies.reduce<Kind | KeyTree>((tree, dependency) => {
    const subchart = [
      join(folder, 'charts', dependency.name),
      join(dirname(folder), dependency.name),
    ].find(path => existsSync(join(path, 'values.yaml')));
    if (!subchart) {
      throw new Error(
        `Expected the chart ${dependency.name} in ${folder}/charts or beside it, received nothing.`,
      );
    }
    // The parent's own values win, as they do in Helm.
    return mergeKeys(
      { [dependency.alias ?? dependency.name]: readChart(subchart).keys },
      tree,
    );
  }, own);
  const freeForm = Object.fromEntries(
    (FREE_FORM[name] ?? []).map(key => [key, 'map' as const]),
  );
  return { name, version, keys: mergeKeys(keys, freeForm) };
}
