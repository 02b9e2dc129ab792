import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installed, runCommand } from './command';
import { type Counts, add } from './counts';

/** The part of jest's JSON report that is read here (https://jestjs.io/docs/cli#--json). */
interface JestReport {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  numRuntimeErrorTestSuites: number;
}

/**
 * Suites in which real tools wait for minutes. They run after all others, several at once, so that nobody's
 * clock is slowed by theirs.
 */
const LONG_SUITES = '\\.long\\.test\\.ts$';

/** Long enough for a machine that does much else; a test that hangs still ends. */
const TIMEOUT_MILLISECONDS = 60_000;

/** Runs every suite, the long ones last, and counts what jest says. */
export async function runEverySuite(): Promise<Counts> {
  const short = await runJest([`--testPathIgnorePatterns=${LONG_SUITES}`]);
  const long = await runJest([LONG_SUITES, '--maxWorkers=3']);
  return add(short, long);
}

/** Runs jest over every workspace, with the given further arguments, and counts what it says. */
export async function runJest(args: readonly string[]): Promise<Counts> {
  const folder = await mkdtemp(join(tmpdir(), 'scalardl-on-eks-jest-'));
  const outputFile = join(folder, 'report.json');
  try {
    const code = await runCommand([
      installed('backstage-cli'),
      'repo',
      'test',
      '--watch=false',
      '--json',
      `--testTimeout=${TIMEOUT_MILLISECONDS}`,
      `--outputFile=${outputFile}`,
      ...args,
    ]);
    const report = JSON.parse(await readFile(outputFile, 'utf8')) as JestReport;
    const failed = report.numFailedTests + report.numRuntimeErrorTestSuites;
    return {
      passed: report.numPassedTests,
      // jest also fails for reasons that it counts nowhere, such as an obsolete snapshot in CI.
      failed: failed === 0 && code !== 0 ? 1 : failed,
      skipped: report.numPendingTests + report.numTodoTests,
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
