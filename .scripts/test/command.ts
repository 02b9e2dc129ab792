import { spawn } from 'node:child_process';
import { resolve } from 'node:path';

export const ROOT = resolve(__dirname, '../..');

/** Runs a command at the root with its output on this terminal; resolves to its exit code. */
export function runCommand(
  [file = '', ...args]: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
): Promise<number> {
  return new Promise((resolvePromise, reject) => {
    const child = spawn(file, args, { cwd: ROOT, env, stdio: 'inherit' });
    child.once('error', cause =>
      reject(new Error(`${file} cannot be started: ${cause.message}`, { cause })),
    );
    child.once('close', code => resolvePromise(code ?? 1));
  });
}

/** A command of an installed package, by the path of its executable file. */
export function installed(binary: string): string {
  return resolve(ROOT, 'node_modules/.bin', binary);
}
