import { lstat, realpath } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { InputError } from '@backstage/errors';

/** Letters that mean one folder on every file system, and neither a hidden one nor a path. */
const FOLDER_NAME = /^[a-z0-9](?:[a-z0-9._-]{0,98}[a-z0-9])?$/i;

/** Where one repository goes inside the directory that the operator named. */
export interface RepositoryFolder {
  /** The directory itself, with its symbolic links resolved. */
  parent: string;
  /** The repository's folder, a direct child of `parent`. */
  path: string;
  name: string;
}

/**
 * The folder for a repository; nothing is created. The name cannot lead out of the directory: it is one path segment.
 *
 * @throws InputError where the name is not one plain folder name.
 */
export async function repositoryFolder(
  directory: string,
  name: string,
): Promise<RepositoryFolder> {
  if (!FOLDER_NAME.test(name)) {
    throw new InputError(
      `Expected the input "name" to be one folder name of letters, digits, dots, hyphens and underscores that starts and ends with a letter or digit, received ${JSON.stringify(name)}`,
    );
  }
  const parent = await resolved(directory);
  return { parent, path: join(parent, name), name };
}

async function resolved(directory: string): Promise<string> {
  try {
    return await realpath(directory);
  } catch (error) {
    if (isMissing(error)) return resolve(directory);
    throw error;
  }
}

/** Whether anything stands there: a folder, a file, or a symbolic link, even one that leads nowhere. */
export async function exists(path: string): Promise<boolean> {
  try {
    await lstat(path);
    return true;
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}

function isMissing(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'ENOENT';
}
