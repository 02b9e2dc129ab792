import {
  cp,
  mkdtemp,
  readFile,
  readdir,
  rm,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative, resolve, sep } from 'node:path';

const GOLDEN = resolve(
  require.resolve('@scalardl-on-eks/action-toolkit/package.json'),
  '../../../test/golden',
);

/** A golden repository in a folder of its own, for hand-edits. */
export interface RepositoryCopy {
  directory: string;
  /** Replaces a text that must occur exactly once, and tells on which line it stands, counted from 1. */
  edit(path: string, text: string, by: string): Promise<number>;
  /** Every file with its content. */
  files(): Promise<Record<string, string>>;
  remove(): Promise<void>;
}

export async function copyGolden(name: string): Promise<RepositoryCopy> {
  const directory = await mkdtemp(join(tmpdir(), `scalardl-${name}-`));
  await cp(join(GOLDEN, name), directory, { recursive: true });
  return {
    directory,
    edit: (path, text, by) => edit(join(directory, path), text, by),
    files: () => filesOf(directory),
    remove: () => rm(directory, { recursive: true, force: true }),
  };
}

async function edit(path: string, text: string, by: string): Promise<number> {
  const parts = (await readFile(path, 'utf8')).split(text);
  const [before = '', after] = parts;
  if (after === undefined || parts.length > 2) {
    throw new Error(
      `Expected ${JSON.stringify(text)} once in ${path}, found it ${parts.length - 1} times.`,
    );
  }
  await writeFile(path, before + by + after);
  return before.split('\n').length;
}

async function filesOf(directory: string): Promise<Record<string, string>> {
  const entries = await readdir(directory, {
    recursive: true,
    withFileTypes: true,
  });
  const paths = entries
    .filter(entry => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .sort();
  return Object.fromEntries(
    await Promise.all(
      paths.map(async path => [
        relative(directory, path).split(sep).join('/'),
        await readFile(path, 'utf8'),
      ]),
    ),
  );
}
