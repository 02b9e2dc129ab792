import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** Environment in which an unknown program is asked its version: nothing secret in it. */
const BARE = { PATH: process.env.PATH, HOME: process.env.HOME };
const SECONDS = 20;

/**
 * What `eksctl version` answers.
 *
 * @throws whatever starting it throws, or an error for another answer
 */
export async function askVersion(path: string): Promise<string> {
  const { stdout } = await promisify(execFile)(path, ['version'], {
    env: BARE,
    timeout: SECONDS * 1_000,
  });
  const version = /^v?(\d+\.\d+\.\d+\S*)\s*$/.exec(stdout)?.[1];
  if (version === undefined) {
    throw new Error(`“eksctl version” answered ${JSON.stringify(stdout)}.`);
  }
  return version;
}
