import { createHash } from 'node:crypto';
import { lstat, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readPersonOwned } from './readManifest';
import { MANIFEST, type Skeleton, type SkeletonFile } from './skeleton';

/**
 * Loads a skeleton from a folder. Its templates are run as code, so the folder is the operator's, never a user's.
 *
 * @param directory - folder with `skeleton.yaml`, templates (`*.eta`), `_partials` and plain files
 * @param label - what the version stamp begins with
 * @throws Error where the folder cannot be read, holds a symbolic link, or has no proper `skeleton.yaml`
 */
export async function loadSkeleton(
  directory: string,
  label: string = 'custom',
): Promise<Skeleton> {
  try {
    const files = await readFiles(directory);
    const manifest = files.find(({ path }) => path === MANIFEST);
    if (!manifest) throw new Error(`Expected ${MANIFEST} in the folder.`);
    return {
      version: `${label}+${digest(files)}`,
      personOwned: readPersonOwned(manifest.content),
      files: files.filter(file => file !== manifest),
    };
  } catch (cause) {
    throw new Error(
      `The skeleton in ${directory} cannot be loaded; correct the folder or name another one.`,
      { cause },
    );
  }
}

async function readFiles(
  directory: string,
  under: string = '',
): Promise<SkeletonFile[]> {
  const names = (await readdir(join(directory, under))).sort();
  const found = await Promise.all(
    names.map(async name => {
      const path = under ? `${under}/${name}` : name;
      const entry = await lstat(join(directory, path));
      if (entry.isDirectory()) return readFiles(directory, path);
      if (!entry.isFile()) {
        throw new Error(`Expected a file or a folder, received ${path}.`);
      }
      const content = await readFile(join(directory, path), 'utf8');
      return [{ path, content }];
    }),
  );
  return found.flat();
}

/** Each part is preceded by its length, so that moving a byte between name and content changes the digest. */
function digest(files: readonly SkeletonFile[]): string {
  const hash = createHash('sha256');
  for (const { path, content } of files) {
    for (const part of [path, content]) {
      hash.update(`${Buffer.byteLength(part)}:`).update(part);
    }
  }
  return hash.digest('hex').slice(0, 12);
}
