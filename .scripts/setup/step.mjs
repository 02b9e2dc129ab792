import { spawn } from 'node:child_process';

/** A reason to stop that a person can act on; printed without a stack trace. */
export class SetupError extends Error {
  name = 'SetupError';
}

/**
 * Runs one command of the set-up, printing what happens and how long it takes. Its own output is shown
 * only when it fails, so that the next step for the reader is not buried.
 */
export async function step(title, command, { cwd, env } = {}) {
  const started = Date.now();
  const elapsed = () => `${Math.round((Date.now() - started) / 1000)} s`;
  process.stderr.write(`${title} …\n`);
  const beat = setInterval(
    () => process.stderr.write(`${title} … ${elapsed()}\n`),
    20_000,
  );
  try {
    const { code, output } = await capture(command, { cwd, env });
    if (code !== 0) {
      throw new SetupError(
        `${title} failed: "${command.join(' ')}" exited with ${code}.\n${output}`,
      );
    }
    process.stderr.write(`${title}: done in ${elapsed()}\n`);
  } finally {
    clearInterval(beat);
  }
}

function capture([file, ...args], { cwd, env }) {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, {
      cwd,
      env: env ?? process.env,
      stdio: ['ignore', 'pipe', 'pipe'],
      // npm is a .cmd file on Windows, which only a shell starts; every argument is a constant of ours.
      shell: process.platform === 'win32',
    });
    const chunks = [];
    child.stdout.on('data', chunk => chunks.push(chunk));
    child.stderr.on('data', chunk => chunks.push(chunk));
    child.once('error', cause =>
      reject(
        new SetupError(`${file} cannot be started: ${cause.message}`, {
          cause,
        }),
      ),
    );
    child.once('close', code =>
      resolve({ code, output: Buffer.concat(chunks).toString() }),
    );
  });
}
