import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ConflictError } from '@backstage/errors';
import { type Author, commitEverything, firstCommit } from './initialCommit';
import { copyPlainFiles } from './plainFiles';
import { type RepositoryFolder, exists } from './repositoryFolder';

export interface Publication {
  /** Absolute path of the repository. */
  directory: string;
  /** Id of its initial commit. */
  commit: string;
}

/**
 * Makes a repository of a workspace. It is built beside its place and moved there when it is whole, so
 * that nobody ever sees half of one. A second run of the same task finds what the first one made.
 *
 * @throws ConflictError where the place is taken by anything that this task did not make.
 */
export async function publishRepository(options: {
  workspace: string;
  folder: RepositoryFolder;
  taskId: string;
  message: string;
  author: Author;
}): Promise<Publication> {
  const { workspace, folder, taskId, message, author } = options;
  const directory = folder.path;
  const trailer = `Scaffolder-Task: ${taskId}`;
  const made = await ownCommit(directory, trailer);
  if (made) return { directory, commit: made };
  if (await exists(directory)) throw taken(folder);

  const draft = join(folder.parent, `.${folder.name}-${taskId}.partial`);
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { recursive: true });
  try {
    await copyPlainFiles(workspace, draft);
    const commit = await commitEverything(draft, {
      message: `${message}\n\n${trailer}\n`,
      author,
    });
    await moveInto(draft, folder);
    return { directory, commit };
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

/** Says whether the place of a repository is free. */
export async function assertFree(folder: RepositoryFolder): Promise<void> {
  if (await exists(folder.path)) throw taken(folder);
}

async function ownCommit(
  directory: string,
  trailer: string,
): Promise<string | undefined> {
  const first = await firstCommit(directory);
  return first?.message.split('\n').includes(trailer) ? first.id : undefined;
}

async function moveInto(
  draft: string,
  folder: RepositoryFolder,
): Promise<void> {
  try {
    await rename(draft, folder.path);
  } catch (error) {
    // Another task was faster: the place is no longer empty, or no longer a folder.
    if (await exists(folder.path)) throw taken(folder, error);
    throw error;
  }
}

function taken(folder: RepositoryFolder, cause?: unknown): ConflictError {
  return new ConflictError(
    `Expected no folder called "${folder.name}" in ${folder.parent}, received one that is already there. Choose another input "name"; nothing is ever overwritten.`,
    cause as Error | undefined,
  );
}
