import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { cacheDirectory } from '../../.scripts/setup/cache.mjs';

/** What is remembered, and of what it is a consequence. */
export interface Memory {
  name: string;
  /** Names the state of everything that decides the value. */
  key: string;
  folder?: string;
}

/** The value found for the same key before; otherwise it is found now. It must survive JSON. */
export async function remember<Value>(
  { name, key, folder = cacheDirectory('soak') }: Memory,
  find: () => Promise<Value>,
): Promise<Value> {
  const file = join(folder, `${name}-${key}.json`);
  const known = await readFile(file, 'utf8').catch(() => undefined);
  if (known !== undefined) return JSON.parse(known) as Value;
  const value = await find();
  await mkdir(dirname(file), { recursive: true });
  // Whole or not at all, however this run ends.
  const draft = `${file}.${process.pid}`;
  await writeFile(draft, JSON.stringify(value));
  await rename(draft, file);
  return value;
}
