import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import type { RepositoryFiles } from '@scalardl-on-eks/plugin-scalardl-common';
import type { Edit } from './fixture';

const GOLDEN = resolve(__dirname, '../golden');

const cache = new Map<string, RepositoryFiles>();

/** Every file of a golden repository. */
export function readGolden(name: string): RepositoryFiles {
  const known = cache.get(name);
  if (known) return known;
  const folder = join(GOLDEN, name);
  if (!existsSync(folder))
    throw new Error(`There is no golden repository ${name}`);
  const files = Object.fromEntries(
    walk(folder).map(path => [
      relative(folder, path).split(sep).join('/'),
      readFileSync(path, 'utf8'),
    ]),
  );
  cache.set(name, files);
  return files;
}

function walk(folder: string): string[] {
  return readdirSync(folder)
    .map(name => join(folder, name))
    .flatMap(path => (statSync(path).isDirectory() ? walk(path) : [path]));
}

/** The files after hand-edits; an edit that does not apply exactly as often as it says is an error. */
export function applyEdits(
  files: RepositoryFiles,
  edits: readonly Edit[],
): RepositoryFiles {
  return edits.reduce<RepositoryFiles>((current, edit) => {
    if ('content' in edit) return { ...current, [edit.file]: edit.content };
    const text = current[edit.file];
    if (text === undefined) {
      throw new Error(`${edit.file} is not in the repository`);
    }
    if ('remove' in edit) {
      const { [edit.file]: _, ...others } = current;
      return others;
    }
    const parts = text.split(edit.replace);
    if (parts.length - 1 !== edit.count) {
      throw new Error(
        `${edit.file} holds ${JSON.stringify(edit.replace)} ${parts.length - 1} times, expected ${edit.count}`,
      );
    }
    return { ...current, [edit.file]: parts.join(edit.with) };
  }, files);
}

/** The number, from 1, of the line that holds the text for the given time. */
export function lineOf(
  files: RepositoryFiles,
  place: { file: string; text: string; occurrence: number },
): number {
  const lines = (files[place.file] ?? '').split('\n');
  const found = lines.flatMap((line, index) =>
    line.includes(place.text) ? [index + 1] : [],
  );
  const line = found[place.occurrence - 1];
  if (line === undefined) {
    throw new Error(
      `${place.file} holds ${JSON.stringify(place.text)} on ${found.length} lines, expected ${place.occurrence} or more`,
    );
  }
  return line;
}
