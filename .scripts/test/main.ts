import { runCommand } from './command';
import { type Counts, add, closingLine } from './counts';
import { countRun, runJest } from './jest';
import { runStaticChecks } from './staticChecks';
import { runEverySuite } from './suites';

/**
 * `npm test`: static checks, the real tools that the tests use, then jest. Arguments go to jest, and then
 * only jest runs: `npm test -- plugins/scalardl-common`.
 */
async function main(jestArguments: readonly string[]): Promise<void> {
  const counts =
    jestArguments.length > 0
      ? countRun(await runJest(jestArguments))
      : await runEverything();
  process.stdout.write(`${closingLine(counts)}\n`);
  process.exitCode = counts.failed > 0 || counts.passed === 0 ? 1 : 0;
}

async function runEverything(): Promise<Counts> {
  // On a fresh machine the tools take minutes, and the checks need none of them.
  const [checks] = await Promise.all([runStaticChecks(), prepareTools()]);
  return add(checks, await runEverySuite());
}

/** A tool that cannot be had is reported here; the tests that need it then fail in CI and are skipped elsewhere. */
async function prepareTools(): Promise<void> {
  await runCommand([
    process.execPath,
    ...process.execArgv,
    'test/tools/main.ts',
  ]);
}

void main(process.argv.slice(2));
