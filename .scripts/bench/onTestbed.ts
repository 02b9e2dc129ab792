import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import type { Figure } from './figure';

const ROOT = resolve(__dirname, '../..');

/** Backstage's loader: TypeScript and workspace packages run from source. */
const TRANSFORM = '@backstage/cli-node/config/nodeTransform.cjs';

/**
 * Figures of a program under `test/bench`: it needs the simulated AWS, which nothing outside `test/` knows. Its
 * progress is shown.
 *
 * @throws Error where the program fails; what it said stands above
 */
export async function measureOnTestbed(name: string): Promise<Figure[]> {
  const child = spawn(
    process.execPath,
    [
      '--require',
      require.resolve(TRANSFORM),
      resolve(ROOT, `test/bench/${name}/main.ts`),
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const [printed, [exitCode]] = await Promise.all([
    text(child.stdout),
    once(child, 'close') as Promise<[number | null]>,
  ]);
  if (exitCode !== 0) {
    throw new Error(
      `Expected the benchmark ${name} to end with 0, received ${exitCode}.`,
    );
  }
  return JSON.parse(printed) as Figure[];
}
