import { existsSync, readFileSync, writeFileSync } from 'fs';

/**
 * The text that a test expects to find in a file. With `UPDATE_EXPECTED=1` the file is written first, so
 * that a change of words shows in the diff of the commit.
 */
export function expectedText(path: string, actual: string): string {
  if (process.env.UPDATE_EXPECTED === '1') writeFileSync(path, actual);
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}
