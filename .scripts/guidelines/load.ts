import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Guideline } from '@scalardl-on-eks/plugin-scalardl-common';
import { GUIDELINES, camelCase } from './layout';

/** Folders beside the guidelines. */
const OTHERS = ['__testUtils__', 'judge'];

/** The names of the folders that hold a guideline each, in alphabetical order. */
export function guidelineFolders(root: string): string[] {
  return readdirSync(join(root, GUIDELINES), { withFileTypes: true })
    .filter(entry => entry.isDirectory() && !OTHERS.includes(entry.name))
    .map(entry => entry.name)
    .sort();
}

/** The guideline that a folder exports, `undefined` where it exports none by the folder's name. */
export function loadGuideline(root: string, id: string): Guideline | undefined {
  const folder = join(root, GUIDELINES, id);
  const index = join(folder, 'index.ts');
  const data = join(folder, `${camelCase(id)}.ts`);
  if (![index, data].every(path => existsSync(path))) return undefined;
  // eslint-disable-next-line global-require, import/no-dynamic-require -- the folders are found on disk
  const exported = require(index) as Record<string, Guideline | undefined>;
  return exported[camelCase(id)];
}

/** The guidelines of every folder that has one, in the order in which reports list them. */
export function loadGuidelines(root: string): Guideline[] {
  return guidelineFolders(root).flatMap(id => loadGuideline(root, id) ?? []);
}
