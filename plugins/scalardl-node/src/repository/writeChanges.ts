import type { Stats } from 'node:fs';
import {
  lstat,
  mkdir,
  mkdtemp,
  rename,
  rm,
  rmdir,
  writeFile,
} from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { assertRepositoryPath } from './path';
import type { Change } from './planChanges';
import { RepositoryError } from './repositoryError';

/** One finished step, and how to take it back. */
type Undo = () => Promise<unknown>;

/**
 * Carries out changes in a folder: everything, or nothing as far as a file system allows. New content is written
 * aside first, then renamed into place; when a step fails, the finished ones are taken back.
 *
 * @throws RepositoryError `UNSAFE_PATH` where a path leaves the folder or passes a symbolic link, `WRITE_FAILED`
 *   where the file system refuses; nothing has changed then
 */
export async function writeChanges(
  directory: string,
  changes: readonly Change[],
): Promise<void> {
  const effective = changes.filter(({ change }) => change !== 'keep');
  for (const { path } of effective) await assertInside(directory, path);
  if (effective.length === 0) return;
  const steps: Undo[] = [];
  try {
    const made = await mkdir(directory, { recursive: true });
    if (made) steps.push(() => removeEmpty(directory, made));
    const aside = await mkdtemp(join(directory, '.scalardl-on-eks-'));
    const clear = () => rm(aside, { recursive: true, force: true });
    steps.push(clear);
    for (const staged of await stage(aside, effective)) {
      await apply(directory, staged, steps);
    }
    await clear();
  } catch (cause) {
    await takeBack(directory, steps, cause);
  }
}

/** Takes finished steps back, the last one first, and throws. Stops at the first one that fails, so that no old content is lost. */
async function takeBack(
  directory: string,
  steps: Undo[],
  cause: unknown,
): Promise<never> {
  try {
    for (const undo of steps.reverse()) await undo();
  } catch (second) {
    throw new RepositoryError(
      'WRITE_FAILED',
      `The files in ${directory} cannot be written, and the change was left half way; restore the folder from version control.`,
      { cause: new AggregateError([cause, second]) },
    );
  }
  throw new RepositoryError(
    'WRITE_FAILED',
    `The files in ${directory} cannot be written; nothing was changed. Check the permissions and the free space.`,
    { cause },
  );
}

interface Staged {
  path: string;
  /** Where the new content stands, unless the file is removed. */
  written?: string;
  /** Where the old file goes meanwhile. */
  kept: string;
}

async function stage(
  aside: string,
  changes: readonly Change[],
): Promise<Staged[]> {
  return Promise.all(
    changes.map(async ({ path, after }, index) => {
      const kept = join(aside, `${index}.old`);
      if (after === undefined) return { path, kept };
      const written = join(aside, `${index}.new`);
      await writeFile(written, after, { flag: 'wx' });
      return { path, kept, written };
    }),
  );
}

async function apply(
  directory: string,
  { path, written, kept }: Staged,
  steps: Undo[],
): Promise<void> {
  const target = join(directory, path);
  if (await exists(target)) {
    await rename(target, kept);
    steps.push(() => rename(kept, target));
  }
  if (written === undefined) return;
  const made = await mkdir(dirname(target), { recursive: true });
  if (made) steps.push(() => removeEmpty(dirname(target), made));
  await rename(written, target);
  steps.push(() => rm(target));
}

/** Removes the folders from `deepest` up to `highest`, which this run made and which are empty again. */
async function removeEmpty(deepest: string, highest: string): Promise<void> {
  let folder = deepest;
  while (folder.length >= highest.length) {
    await rmdir(folder);
    folder = dirname(folder);
  }
}

async function assertInside(directory: string, path: string): Promise<void> {
  assertRepositoryPath(path);
  const parts = path.split('/');
  for (let depth = 1; depth <= parts.length; depth += 1) {
    const part = parts.slice(0, depth).join('/');
    const entry = await entryAt(join(directory, part));
    const expectsFile = depth === parts.length;
    if (!entry) return;
    if (expectsFile ? !entry.isFile() : !entry.isDirectory()) {
      throw new RepositoryError(
        'UNSAFE_PATH',
        `Expected ${expectsFile ? 'a file' : 'a folder'} at ${part}, received ${entry.isSymbolicLink() ? 'a symbolic link' : 'something else'}; remove it.`,
      );
    }
  }
}

async function exists(path: string): Promise<boolean> {
  return (await entryAt(path)) !== undefined;
}

async function entryAt(path: string): Promise<Stats | undefined> {
  try {
    return await lstat(path);
  } catch (cause) {
    if (isMissing(cause)) return undefined;
    throw new RepositoryError(
      'UNREADABLE',
      `${path} cannot be looked at; check the permissions.`,
      { cause },
    );
  }
}

function isMissing(cause: unknown): boolean {
  return (
    typeof cause === 'object' &&
    cause !== null &&
    'code' in cause &&
    cause.code === 'ENOENT'
  );
}
