import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheDirectory } from './cache.mjs';
import { SetupError, step } from './step.mjs';

/** Lowest minor that the Backstage tools accept, by major; the same as `engines` in package.json. */
const SUPPORTED = new Map([
  [22, 22],
  [24, 0],
  [26, 0],
]);

/** Fetched where the machine's own Node is not supported. */
const FETCHED_VERSION = '24.21.0';

export function isSupportedNode(version) {
  const [major, minor] = version.replace(/^v/, '').split('.').map(Number);
  const lowestMinor = SUPPORTED.get(major);
  return lowestMinor !== undefined && minor >= lowestMinor;
}

/**
 * Path of a Node that runs this project: the one in use where it is supported, otherwise one fetched
 * once through npm for this platform and kept in the user's cache.
 */
export async function ensureNode() {
  if (isSupportedNode(process.version)) return process.execPath;
  const folder = cacheDirectory(`node-${FETCHED_VERSION}`);
  // The same platform packages that npm's `node` package installs, without its install script.
  const name = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
  const binary = join(
    folder,
    'node_modules',
    name,
    'bin',
    process.platform === 'win32' ? 'node.exe' : 'node',
  );
  if (!existsSync(binary)) {
    await mkdir(folder, { recursive: true });
    await step(
      `Fetching Node ${FETCHED_VERSION}, because ${process.version} is too old here`,
      [
        'npm',
        'install',
        '--prefix',
        folder,
        '--no-save',
        '--ignore-scripts',
        '--no-audit',
        '--no-fund',
        `${name}@${FETCHED_VERSION}`,
      ],
    );
  }
  if (!existsSync(binary)) {
    throw new SetupError(
      `Expected Node 22.22+, 24 or 26, received ${process.version}, and npm has no ${name}@${FETCHED_VERSION}. Install Node 24 and start again.`,
    );
  }
  return binary;
}
