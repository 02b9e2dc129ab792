import { execFileSync } from 'node:child_process';
import { homedir } from 'node:os';
import { SetupError } from '../../.scripts/setup/step.mjs';

const LOWEST = [1, 26] as const;

/** Makes sure that the Go on PATH can build the tools. */
export function requireGo(): void {
  const received = goVersion();
  const [major = 0, minor = 0] = (/^go(\d+)\.(\d+)/.exec(received ?? '') ?? [])
    .slice(1)
    .map(Number);
  if (major > LOWEST[0] || (major === LOWEST[0] && minor >= LOWEST[1])) return;
  throw new SetupError(
    `Expected Go ${LOWEST.join('.')} or newer on PATH, received ${received ?? 'no Go'}. Install it from https://go.dev/dl/.`,
  );
}

function goVersion(): string | undefined {
  try {
    // Outside a module, so that no go.mod asks for another toolchain.
    return execFileSync('go', ['env', 'GOVERSION'], {
      cwd: homedir(),
      env: process.env,
      encoding: 'utf8',
    }).trim();
  } catch {
    return undefined;
  }
}
