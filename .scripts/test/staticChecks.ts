import { installed, runCommand } from './command';
import { type Counts, NONE, add } from './counts';

interface StaticCheck {
  title: string;
  command: readonly string[];
  /** What to run when it fails. */
  remedy: string;
}

const CHECKS: readonly StaticCheck[] = [
  {
    title: 'formatting',
    command: [installed('prettier'), '--check', '--log-level=warn', '.'],
    remedy: 'npm run format',
  },
  {
    title: 'types',
    command: [
      installed('tsc'),
      '--noEmit',
      '--emitDeclarationOnly',
      'false',
      '--incremental',
      'false',
    ],
    remedy: 'mend the types named above',
  },
  {
    title: 'lint',
    command: [
      installed('backstage-cli'),
      'repo',
      'lint',
      '--max-warnings',
      '0',
    ],
    remedy: 'npm run lint -- --fix',
  },
  {
    title: 'lint of .scripts',
    command: [
      installed('eslint'),
      '--ext',
      '.ts,.mjs',
      '--max-warnings',
      '0',
      '.scripts',
    ],
    remedy: 'npm run lint -- --fix',
  },
  {
    title: 'bundles in actions/*/dist',
    command: [
      process.execPath,
      ...process.execArgv,
      '.scripts/actions/bundle.ts',
      '--check',
    ],
    remedy: 'npm run bundle',
  },
  {
    title: 'packed plugins in a bare Backstage app',
    command: [
      process.execPath,
      ...process.execArgv,
      '.scripts/packages/main.ts',
    ],
    remedy: 'the reason stands above',
  },
];

/** Everything that can be judged without running the product; one check counts as one test. */
export async function runStaticChecks(): Promise<Counts> {
  let counts = NONE;
  for (const { title, command, remedy } of CHECKS) {
    const code = await runCommand(command);
    const passed = code === 0;
    process.stdout.write(
      passed
        ? `check ${title}: passed\n`
        : `check ${title}: FAILED; ${remedy}\n`,
    );
    counts = add(counts, {
      passed: passed ? 1 : 0,
      failed: passed ? 0 : 1,
      skipped: 0,
    });
  }
  return counts;
}
