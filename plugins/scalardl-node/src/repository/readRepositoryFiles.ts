import { constants, type Stats } from 'node:fs';
import { lstat, open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { RepositoryFiles } from '@scalardl-on-eks/plugin-scalardl-common';
import { RepositoryError } from './repositoryError';

/** Bounds that keep a hostile or huge folder from filling the memory. */
export interface ReadLimits {
  /** Largest text file, in bytes. */
  fileBytes: number;
  /** All text files together, in bytes. */
  totalBytes: number;
  /** Most files and folders looked at. */
  entries: number;
}

const LIMITS: ReadLimits = {
  fileBytes: 1024 * 1024,
  totalBytes: 64 * 1024 * 1024,
  entries: 50_000,
};

const IGNORED = new Set(['.git', 'node_modules']);

/** Bytes at the start of a file among which a NUL tells that it is not text; git looks at as many. */
const SNIFFED_BYTES = 8000;

/**
 * Reads every text file of a folder, `.git` and `node_modules` left out. Symbolic links are not followed and not
 * listed; neither are files that are not text.
 *
 * @throws RepositoryError `TOO_LARGE` or `UNREADABLE`, with the file's name
 */
export async function readRepositoryFiles(
  directory: string,
  limits: Partial<ReadLimits> = {},
): Promise<RepositoryFiles> {
  const bounds = { ...LIMITS, ...limits };
  const files: [string, string][] = [];
  let bytes = 0;
  for (const { path, size } of await listFiles(directory, bounds.entries)) {
    const content = await readText(join(directory, path), {
      path,
      size,
      largest: bounds.fileBytes,
    });
    if (content === undefined) continue;
    bytes += size;
    if (bytes > bounds.totalBytes) {
      throw tooLarge(`all text files within ${bounds.totalBytes} bytes`, path);
    }
    files.push([path, content]);
  }
  // Own keys, so that a file called __proto__ stays a file.
  return Object.fromEntries(files);
}

async function listFiles(
  directory: string,
  most: number,
): Promise<{ path: string; size: number }[]> {
  const found: { path: string; size: number }[] = [];
  const folders = [''];
  let entries = 0;
  for (
    let folder = folders.pop();
    folder !== undefined;
    folder = folders.pop()
  ) {
    for (const name of await namesIn(directory, folder)) {
      if (IGNORED.has(name)) continue;
      const path = folder ? `${folder}/${name}` : name;
      entries += 1;
      if (entries > most) throw tooLarge(`at most ${most} files`, path);
      const entry = await statOf(directory, path);
      if (entry.isDirectory()) folders.push(path);
      if (entry.isFile()) found.push({ path, size: entry.size });
    }
  }
  return found.sort((a, b) => (a.path < b.path ? -1 : 1));
}

async function namesIn(directory: string, folder: string): Promise<string[]> {
  try {
    return await readdir(join(directory, folder));
  } catch (cause) {
    throw unreadable(folder || directory, cause);
  }
}

async function statOf(directory: string, path: string): Promise<Stats> {
  try {
    return await lstat(join(directory, path));
  } catch (cause) {
    throw unreadable(path, cause);
  }
}

async function readText(
  file: string,
  { path, size, largest }: { path: string; size: number; largest: number },
): Promise<string | undefined> {
  try {
    const handle = await open(file, constants.O_RDONLY | constants.O_NOFOLLOW);
    try {
      const head = Buffer.alloc(Math.min(size, SNIFFED_BYTES));
      await handle.read(head, 0, head.length, 0);
      if (head.includes(0)) return undefined;
      if (size > largest)
        throw tooLarge(`text files of ${largest} bytes`, path);
      return await handle.readFile('utf8');
    } finally {
      await handle.close();
    }
  } catch (cause) {
    if (cause instanceof RepositoryError) throw cause;
    throw unreadable(path, cause);
  }
}

function tooLarge(expected: string, path: string): RepositoryError {
  return new RepositoryError(
    'TOO_LARGE',
    `Expected ${expected}, exceeded by ${path}; move what is not part of the environment elsewhere.`,
  );
}

function unreadable(path: string, cause: unknown): RepositoryError {
  return new RepositoryError(
    'UNREADABLE',
    `${path} cannot be read; check that it exists and its permissions.`,
    { cause },
  );
}
