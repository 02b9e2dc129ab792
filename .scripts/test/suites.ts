import { relative } from 'node:path';
import { ROOT } from './command';
import { type Counts, NONE, add } from './counts';
import { type JestRun, type SuiteResult, countRun, runJest } from './jest';

/**
 * Suites that take minutes, most of which real tools wait. They run after all others, several at once. Beside the
 * short ones they were tried too: twenty control planes and a browser keep two cores so busy that all are late.
 */
const LONG = '\\.long\\.test\\.ts$';

/** Runs every suite, the long ones last, and counts what jest says. */
export async function runEverySuite(): Promise<Counts> {
  const short = await runTwice([`--testPathIgnorePatterns=${LONG}`]);
  const long = await runTwice([LONG, '--maxWorkers=3']);
  return add(short, long);
}

/**
 * Runs suites that failed once more, one at a time: beside many others a browser or a real tool may be late.
 * Both runs are printed in full, and the second one decides.
 */
async function runTwice(args: readonly string[]): Promise<Counts> {
  const first = await runJest(args);
  const failed = first.suites.filter(({ status }) => status === 'failed');
  if (failed.length === 0) return countRun(first);
  const second = await runAgain(failed);
  return [countPassed(first), countRun(second)].reduce(add, NONE);
}

function runAgain(suites: readonly SuiteResult[]): Promise<JestRun> {
  const names = suites.map(({ name }) => relative(ROOT, name));
  process.stdout.write(`Failed once, running again: ${names.join(', ')}\n`);
  return runJest(['--maxWorkers=1', '--runTestsByPath', ...names]);
}

function countPassed(run: JestRun): Counts {
  const passed = run.suites.filter(({ status }) => status === 'passed');
  return countRun({ ...run, code: 0, suites: passed });
}
