import { execFile } from 'node:child_process';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { SetupError } from '../../.scripts/setup/step.mjs';
import { cachedExecutable, toolFolder } from './cache.ts';
import { withLock } from './lock.ts';
import type { Recipe } from './recipe.ts';

/** Builds or fetches the tool unless the cache holds it; resolves to the path of its executable. */
export async function prepare(name: string, recipe: Recipe): Promise<string> {
  const folder = toolFolder(name, recipe);
  return (
    cachedExecutable(name, recipe) ??
    withLock(
      { file: `${folder}.lock`, waitingFor: `${name} ${recipe.version}` },
      // Another process may have prepared it while this one waited.
      async () => cachedExecutable(name, recipe) ?? install(name, recipe),
    )
  );
}

/** Installs beside the final folder and renames, so that a half-installed tool is never found. */
async function install(name: string, recipe: Recipe): Promise<string> {
  const folder = toolFolder(name, recipe);
  const partial = `${folder}.partial-${process.pid}`;
  try {
    await rm(partial, { recursive: true, force: true });
    await mkdir(partial, { recursive: true });
    await recipe.install(partial);
    await confirmVersion(join(partial, recipe.executable), { name, recipe });
    await rm(folder, { recursive: true, force: true });
    await rename(partial, folder);
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
  return join(folder, recipe.executable);
}

async function confirmVersion(
  executable: string,
  { name, recipe }: { name: string; recipe: Recipe },
): Promise<void> {
  const { version, versionArguments } = recipe;
  const { stdout } = await promisify(execFile)(
    executable,
    versionArguments,
  ).catch((cause: Error) => {
    throw new SetupError(
      `${name} ${version} was installed but does not start on ${process.platform}-${process.arch}: ${cause.message}`,
      { cause },
    );
  });
  // A whole version: 1.7.1 must not pass for 1.7.12.
  const printed: string[] = stdout.match(/\d+(?:\.\d+)+/g) ?? [];
  if (!printed.includes(version)) {
    throw new SetupError(
      `Expected ${name} ${version}, received "${stdout.trim()}" from ${executable} ${versionArguments.join(' ')}. Change the version in test/tools/${name}.`,
    );
  }
}
