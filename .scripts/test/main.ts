import { runCommand } from './command';
import { NONE, add, closingLine } from './counts';
import { runEverySuite, runJest } from './jest';
import { runStaticChecks } from './staticChecks';

/**
 * `npm test`: static checks, the real tools that the tests use, then jest. Arguments go to jest, and then
 * only jest runs: `npm test -- plugins/scalardl-common`.
 */
async function main(jestArguments: readonly string[]): Promise<void> {
  const onlyJest = jestArguments.length > 0;
  const checks = onlyJest ? NONE : await runStaticChecks();
  // A tool that cannot be had is reported here; the tests that need it then fail in CI and are skipped elsewhere.
  if (!onlyJest) {
    await runCommand([
      process.execPath,
      ...process.execArgv,
      'test/tools/main.ts',
    ]);
  }
  const suites = onlyJest ? runJest(jestArguments) : runEverySuite();
  const counts = add(checks, await suites);
  process.stdout.write(`${closingLine(counts)}\n`);
  process.exitCode = counts.failed > 0 || counts.passed === 0 ? 1 : 0;
}

void main(process.argv.slice(2));
