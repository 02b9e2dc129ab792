import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import type { Figure } from './figure';

const ROOT = resolve(__dirname, '../..');

/** Backstage's loader: TypeScript and workspace packages run from source. */
const TRANSFORM = '@backstage/cli-node/config/nodeTransform.cjs';

/**
 * `create-peering` against the same work as commands of the AWS CLI. A program of the tests measures it, because
 * it needs the simulated AWS, which nothing outside `test/` knows.
 */
export async function measurePeering(): Promise<Figure[]> {
  const { stdout } = await promisify(execFile)(process.execPath, [
    '--require',
    require.resolve(TRANSFORM),
    resolve(ROOT, 'test/bench/peering/main.ts'),
  ]);
  return JSON.parse(stdout) as Figure[];
}
