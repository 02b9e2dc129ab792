import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { delimiter, dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureDependencies } from './dependencies.mjs';
import { ensureNode } from './node.mjs';
import { SetupError } from './step.mjs';

export const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/** Backstage's loader: TypeScript and workspace packages run from source. */
const TRANSFORM = resolve(
  ROOT,
  'node_modules/@backstage/cli-node/config/nodeTransform.cjs',
);

/** Makes Node and the dependencies ready; returns the Node to use and an environment in which it comes first. */
export async function setUp() {
  const node = await ensureNode();
  const env = {
    ...process.env,
    PATH: [dirname(node), process.env.PATH].join(delimiter),
  };
  await ensureDependencies({ root: ROOT, env });
  return { node, env };
}

/** Sets up, then runs a TypeScript program of this repository and ends with its exit code. */
export async function runProgram(program, args = process.argv.slice(2)) {
  try {
    const { node, env } = await setUp();
    const child = spawn(
      node,
      ['--require', TRANSFORM, resolve(ROOT, program), ...args],
      {
        cwd: ROOT,
        env,
        stdio: 'inherit',
      },
    );
    // Ctrl-C on a terminal reaches the child by itself; staying alive here lets it shut down and decide the
    // exit code. Without a terminal the signal came to this process alone.
    process.on('SIGINT', () => {
      if (!process.stdin.isTTY) child.kill('SIGINT');
    });
    process.on('SIGTERM', () => child.kill('SIGTERM'));
    child.once('close', (code, signal) => {
      process.exitCode = code ?? 128 + constants.signals[signal];
    });
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}
