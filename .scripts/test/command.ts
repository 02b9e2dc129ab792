import { spawn } from 'node:child_process';
import { resolve } from 'node:path';

export const ROOT = resolve(__dirname, '../..');

interface CommandOptions {
  cwd?: string;
  env?: NodeJS.ProcessEnv;
  /** Shows the command's output only when it fails. */
  quiet?: boolean;
}

/** Runs a command, at the root unless told otherwise; resolves to its exit code. */
export function runCommand(
  [file = '', ...args]: readonly string[],
  { cwd = ROOT, env = process.env, quiet = false }: CommandOptions = {},
): Promise<number> {
  return new Promise((resolvePromise, reject) => {
    const child = spawn(file, args, {
      cwd,
      env,
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
    });
    const kept: Buffer[] = [];
    child.stdout?.on('data', chunk => kept.push(chunk));
    child.stderr?.on('data', chunk => kept.push(chunk));
    child.once('error', cause =>
      reject(
        new Error(`${file} cannot be started: ${cause.message}`, { cause }),
      ),
    );
    child.once('close', code => {
      if (code !== 0) process.stderr.write(Buffer.concat(kept));
      resolvePromise(code ?? 1);
    });
  });
}

/** A command of an installed package, by the path of its executable file. */
export function installed(binary: string): string {
  return resolve(ROOT, 'node_modules/.bin', binary);
}
