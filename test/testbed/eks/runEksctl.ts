import { spawn } from 'node:child_process';

/** How one command of eksctl ended. */
export interface Ended {
  readonly code: number | null;
  readonly output: string;
}

/** Runs eksctl with nothing of this machine but the given variables. */
export function runEksctl(
  path: string,
  args: readonly string[],
  env: Record<string, string>,
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(path, args, {
      env: { PATH: '/usr/bin:/bin', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const chunks: string[] = [];
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', chunk => chunks.push(String(chunk)));
    }
    child.on('error', reject);
    child.on('close', code => resolve({ code, output: chunks.join('') }));
  });
}
