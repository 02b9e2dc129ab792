import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeWholeFile } from './wholeFile';

/**
 * Writes a file outside the repository, where nobody commits it by accident: in the runner's own folder for
 * that, elsewhere in the system's.
 *
 * @returns the path of the file
 */
export async function writeTemporaryFile(
  name: string,
  text: string,
): Promise<string> {
  const parent = process.env.RUNNER_TEMP || tmpdir();
  const path = join(await mkdtemp(join(parent, 'scalardl-')), name);
  await writeWholeFile(path, text);
  return path;
}
