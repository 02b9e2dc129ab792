import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { COMMENT_SHARE, writeWholeFile } from '@scalardl-on-eks/action-toolkit';
import { type Rendering, summaryOf } from './summary';

/**
 * Writes the difference outside the repository, for a comment on a pull request.
 *
 * @returns the path of the file
 */
export async function writeDifference(rendering: Rendering): Promise<string> {
  const parent = process.env.RUNNER_TEMP || tmpdir();
  const folder = await mkdtemp(join(parent, 'scalardl-difference-'));
  const path = join(folder, 'difference.md');
  await writeWholeFile(path, summaryOf(rendering, COMMENT_SHARE));
  return path;
}
