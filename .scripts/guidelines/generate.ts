import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { generatedFiles, staleFiles } from './generated';
import { ROOT } from './layout';

/**
 * `npm run guidelines`: writes the list of guidelines, the head of every `doc.md` and the table of all.
 * With `--check` it writes nothing and fails when one of them is out of date.
 */
function main(args: readonly string[]): void {
  const stale = staleFiles(ROOT);
  if (args.includes('--check')) {
    stale.forEach(path => {
      process.stderr.write(`${path} is out of date; run npm run guidelines\n`);
    });
    process.exitCode = stale.length > 0 ? 1 : 0;
    return;
  }
  const files = generatedFiles(ROOT);
  stale.forEach(path => {
    mkdirSync(dirname(join(ROOT, path)), { recursive: true });
    writeFileSync(join(ROOT, path), files.get(path) ?? '');
    process.stdout.write(`${path} written\n`);
  });
}

main(process.argv.slice(2));
