import { spawn } from 'node:child_process';

export interface Outcome {
  /** Exit code; `null` where a signal ended the process. */
  code: number | null;
  stdout: string;
  stderr: string;
}

/** Runs a program to its end, or until it has printed what is waited for on stdout, and then ends it. */
export function run(
  [file = '', ...args]: readonly string[],
  options: {
    cwd?: string;
    env?: Record<string, string>;
    until?: (stdout: string) => boolean;
  } = {},
): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, {
      cwd: options.cwd,
      env: { PATH: process.env.PATH, HOME: '/nonexistent', ...options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', chunk => {
      stdout += chunk;
      if (options.until?.(stdout)) child.kill('SIGKILL');
    });
    child.stderr.on('data', chunk => {
      stderr += chunk;
    });
    child.once('error', cause =>
      reject(
        new Error(`${file} cannot be started: ${cause.message}`, { cause }),
      ),
    );
    child.once('close', code => resolve({ code, stdout, stderr }));
  });
}
