import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { generatedFiles, staleFiles } from './generated';
import { ROOT } from './layout';
import { parityProblems } from './parity';

/**
 * `npm run guidelines`: writes the list of guidelines, the head of every `doc.md` and the table of all.
 * With `--check` it writes nothing, names everything that keeps a guideline from landing, and fails where
 * there is something.
 */
function main(args: readonly string[]): void {
  if (args.includes('--check')) {
    const problems = parityProblems(ROOT);
    problems.forEach(problem => process.stderr.write(`${problem}\n`));
    process.exitCode = problems.length > 0 ? 1 : 0;
    return;
  }
  const files = generatedFiles(ROOT);
  staleFiles(ROOT).forEach(path => {
    mkdirSync(dirname(join(ROOT, path)), { recursive: true });
    writeFileSync(join(ROOT, path), files.get(path) ?? '');
    process.stdout.write(`${path} written\n`);
  });
}

main(process.argv.slice(2));
