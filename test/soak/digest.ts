import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** Names and contents as one short text, which differs as soon as one of them does. */
export function digest(
  parts: Iterable<readonly [name: string, content: string | Buffer]>,
): string {
  const hash = createHash('sha256');
  for (const [name, content] of parts) {
    // With the lengths, so that no part can pass for the end of another one.
    hash.update(`${name.length} ${name} ${content.length} `).update(content);
  }
  return hash.digest('hex').slice(0, 16);
}

/** Each file below the folder whose name ends so, by its path, in order. */
export async function filesBelow(
  folder: string,
  ending: string,
): Promise<[string, Buffer][]> {
  const paths = await readdir(folder, { recursive: true });
  return Promise.all(
    paths
      .filter(path => path.endsWith(ending))
      .sort()
      .map(async (path): Promise<[string, Buffer]> => [
        path,
        await readFile(join(folder, path)),
      ]),
  );
}
