import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { ROOT, installed, runCommand } from './command';
import { type Counts, NONE, add } from './counts';

/** The part of jest's JSON report that is read here (https://jestjs.io/docs/cli#--json). */
interface JestReport {
  testResults: SuiteResult[];
}

interface SuiteResult {
  /** Path of the test file. */
  name: string;
  status: 'passed' | 'failed';
  assertionResults: { status: string }[];
}

/** How one run of jest ended. */
interface JestRun {
  code: number;
  suites: readonly SuiteResult[];
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
  const short = await runTwice([`--testPathIgnorePatterns=${LONG_SUITES}`]);
  const long = await runTwice([LONG_SUITES, '--maxWorkers=3']);
  return add(short, long);
}

/** Runs jest over every workspace, with the given further arguments, and counts what it says. */
export async function runJest(args: readonly string[]): Promise<Counts> {
  return count(await run(args));
}

/**
 * Runs suites that failed once more, one at a time: beside many others a browser or a real tool may be late.
 * Both runs are printed in full, and the second one decides.
 */
async function runTwice(args: readonly string[]): Promise<Counts> {
  const first = await run(args);
  const failed = first.suites.filter(({ status }) => status === 'failed');
  if (failed.length === 0) return count(first);
  const names = failed.map(({ name }) => relative(ROOT, name));
  process.stdout.write(`Failed once, running again: ${names.join(', ')}\n`);
  const second = await run(['--maxWorkers=1', '--runTestsByPath', ...names]);
  const kept = first.suites.filter(({ status }) => status === 'passed');
  return add(count({ code: 0, suites: kept }), count(second));
}

async function run(args: readonly string[]): Promise<JestRun> {
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

function count({ code, suites }: JestRun): Counts {
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
