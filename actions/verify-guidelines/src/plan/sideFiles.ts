import { readFile } from 'node:fs/promises';
import { posix } from 'node:path';
import { InputError } from '@scalardl-on-eks/action-toolkit';
import {
  type RepositoryFiles,
  SIDES,
} from '@scalardl-on-eks/plugin-scalardl-common';
import { readRepositoryFiles } from '@scalardl-on-eks/plugin-scalardl-node';
import type { Sides } from './sides';

/**
 * Reads the files that the input `sides` names, and no others: the rest of a repository may be large.
 *
 * @throws InputError naming the key of every file that cannot be read
 */
export async function readSideFiles(sides: Sides): Promise<RepositoryFiles> {
  const problems: InputError[] = [];
  const entries: [string, string][] = [];
  for (const side of SIDES) {
    for (const [key, path] of Object.entries(sides[side])) {
      try {
        entries.push(...(await readNamed(key, path)));
      } catch (cause) {
        problems.push(unreadable(`sides.${side}.${key}`, { path, cause }));
      }
    }
  }
  if (problems.length > 0) {
    throw new InputError(
      problems.map(({ message }) => message),
      { cause: problems[0] },
    );
  }
  return Object.fromEntries(entries);
}

async function readNamed(
  key: string,
  path: string,
): Promise<[string, string][]> {
  if (key !== 'manifests') return [[path, await readFile(path, 'utf8')]];
  const files = await readRepositoryFiles(path);
  return Object.entries(files).map(([name, text]) => [
    posix.join(path, name),
    text,
  ]);
}

function unreadable(
  key: string,
  { path, cause }: { path: string; cause: unknown },
): InputError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new InputError(
    [`${key}: expected ${path} to be readable, received: ${reason}`],
    { cause },
  );
}
