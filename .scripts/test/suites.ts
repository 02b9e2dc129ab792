import { relative } from 'node:path';
import { ROOT } from './command';
import { type Counts, NONE, add } from './counts';
import { type JestRun, type SuiteResult, countRun, runJest } from './jest';

/** Suites that one jest runs, beside other groups. */
interface Group {
  title: string;
  args: readonly string[];
}

/** Suites that keep a processor busy for minutes. */
const LONG = '\\.long\\.test\\.ts$';

/** Suites in which real tools wait for minutes, as eksctl does between two looks at a stack. */
const WAITING = '\\.waiting\\.test\\.ts$';

const SHORT_SUITES: Group = {
  title: 'short suites',
  args: [`--testPathIgnorePatterns=${LONG}|${WAITING}`],
};

const GROUPS_BESIDE: readonly Group[] = [
  { title: 'waiting suites', args: [WAITING, '--maxWorkers=3'] },
  { title: 'long suites', args: [LONG, '--maxWorkers=1'] },
];

/** Runs every suite and counts what jest says. */
export async function runEverySuite(): Promise<Counts> {
  const runs = await Promise.all([
    runJest(SHORT_SUITES.args),
    ...GROUPS_BESIDE.map(runBeside),
  ]);
  const failed = runs.flatMap(failedSuites);
  if (failed.length === 0) return runs.map(countRun).reduce(add, NONE);
  const again = await runAgain(failed);
  return runs.map(countPassed).reduce(add, countRun(again));
}

async function runBeside({ title, args }: Group): Promise<JestRun> {
  process.stdout.write(`Running beside, shown at their end: ${title}\n`);
  return runJest(args, { output: 'at the end' });
}

/**
 * Runs suites that failed once more, one at a time: beside many others a browser or a real tool may be late.
 * Both runs are printed in full, and the second one decides.
 */
async function runAgain(suites: readonly SuiteResult[]): Promise<JestRun> {
  const names = suites.map(({ name }) => relative(ROOT, name));
  process.stdout.write(`Failed once, running again: ${names.join(', ')}\n`);
  return runJest(['--maxWorkers=1', '--runTestsByPath', ...names]);
}

function failedSuites({ suites }: JestRun): SuiteResult[] {
  return suites.filter(({ status }) => status === 'failed');
}

function countPassed(run: JestRun): Counts {
  const passed = run.suites.filter(({ status }) => status === 'passed');
  return countRun({ ...run, code: 0, suites: passed });
}
