import { cp, readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { InputError, NotAllowedError } from '@backstage/errors';

/**
 * Copies a workspace, without a `.git` that an earlier step may have left there.
 *
 * @throws NotAllowedError where it holds anything but plain files and folders: a symbolic link could
 *   bring a file of the server into the repository.
 * @throws InputError where there is no file at all.
 */
export async function copyPlainFiles(
  workspace: string,
  target: string,
): Promise<void> {
  const entries = (
    await readdir(workspace, { recursive: true, withFileTypes: true })
  ).map(entry => ({
    entry,
    path: relative(workspace, join(entry.parentPath, entry.name)),
  }));
  const published = entries.filter(({ path }) => !isGitFolder(path));
  const odd = published.filter(
    ({ entry }) => !entry.isFile() && !entry.isDirectory(),
  );
  if (odd.length > 0) {
    throw new NotAllowedError(
      `Expected only files and folders in the workspace, received links or special files: ${odd.map(({ path }) => path).join(', ')}. Remove the step that creates them.`,
    );
  }
  if (!published.some(({ entry }) => entry.isFile())) {
    throw new InputError(
      'Expected files in the workspace, received none. Put a step before this one that writes them, such as scalardl:environment:render.',
    );
  }
  await cp(workspace, target, {
    recursive: true,
    filter: source => !isGitFolder(relative(workspace, source)),
  });
}

function isGitFolder(path: string): boolean {
  return path.split(sep)[0] === '.git';
}
