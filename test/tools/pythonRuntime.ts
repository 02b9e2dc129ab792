import { execFileSync } from 'node:child_process';
import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SetupError, step } from '../../.scripts/setup/step.mjs';

const LOWEST = [3, 11] as const;
const CANDIDATES = [
  'python3',
  'python3.14',
  'python3.13',
  'python3.12',
  'python3.11',
  'python',
];

/** Path of a Python that is new enough; a shim is followed to the real one. */
export function requirePython(): string {
  const found = CANDIDATES.flatMap(candidate => describe(candidate) ?? []);
  const suitable = found.find(
    ({ version: [major = 0, minor = 0] }) =>
      major === LOWEST[0] && minor >= LOWEST[1],
  );
  if (suitable) return suitable.path;
  const received = found.map(({ version }) => version.join('.')).join(', ');
  throw new SetupError(
    `Expected Python ${LOWEST.join('.')} or newer on PATH, received ${received || 'no Python'}. Install python3 with its venv module.`,
  );
}

function describe(
  command: string,
): { path: string; version: number[] } | undefined {
  try {
    const printed = execFileSync(
      command,
      [
        '-c',
        'import os, sys; print(os.path.realpath(sys.executable)); print(*sys.version_info[:2])',
      ],
      {
        encoding: 'utf8',
        env: process.env,
        stdio: ['ignore', 'pipe', 'ignore'],
      },
    );
    const [path = '', version = ''] = printed.split(/\r?\n/);
    return { path, version: version.split(' ').map(Number) };
  } catch {
    return undefined;
  }
}

/**
 * Installs hash-pinned requirements into a virtual environment. Only wheels: no code of a package runs
 * before it is used.
 */
export async function installRequirements(
  folder: string,
  { title, requirements }: { title: string; requirements: string },
): Promise<void> {
  await step(`Creating a Python environment for ${title}`, [
    requirePython(),
    '-m',
    'venv',
    folder,
  ]);
  await step(`Installing ${title}`, [
    join(folder, 'bin', 'python'),
    '-m',
    'pip',
    'install',
    '--disable-pip-version-check',
    '--no-input',
    '--only-binary=:all:',
    '--require-hashes',
    '--requirement',
    requirements,
  ]);
  await copyFile(requirements, join(folder, 'requirements.txt'));
}
