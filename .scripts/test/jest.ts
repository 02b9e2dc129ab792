import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installed, runCommand } from './command';
import { type Counts, NONE, add } from './counts';

/** The part of jest's JSON report that is read here (https://jestjs.io/docs/cli#--json). */
interface JestReport {
  testResults: SuiteResult[];
}

export interface SuiteResult {
  /** Path of the test file. */
  name: string;
  status: 'passed' | 'failed';
  assertionResults: { status: string }[];
}

/** How one run of jest ended. */
export interface JestRun {
  code: number;
  suites: readonly SuiteResult[];
}

/** Long enough for a machine that does much else; a test that hangs still ends. */
const TIMEOUT_MILLISECONDS = 60_000;

/** Runs jest over every workspace, with the given further arguments. */
export async function runJest(args: readonly string[]): Promise<JestRun> {
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
    return { code, suites: report.testResults };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Counts the tests of a run; a suite that could not be loaded is a failed one. */
export function countRun({ code, suites }: JestRun): Counts {
  const counts = suites.map(countSuite).reduce(add, NONE);
  // jest also fails for reasons that it counts nowhere, such as an obsolete snapshot in CI.
  return counts.failed === 0 && code !== 0 ? { ...counts, failed: 1 } : counts;
}

function countSuite({ status, assertionResults }: SuiteResult): Counts {
  const having = (wanted: readonly string[]) =>
    assertionResults.filter(result => wanted.includes(result.status)).length;
  const failed = having(['failed']);
  return {
    passed: having(['passed']),
    // A suite that could not be loaded has no results of its own.
    failed: failed === 0 && status === 'failed' ? 1 : failed,
    skipped: having(['pending', 'skipped', 'todo', 'disabled']),
  };
}
