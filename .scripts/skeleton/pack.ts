import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { PACKED, packedModule } from './packed';

const ROOT = resolve(__dirname, '../..');

/**
 * `npm run skeleton`: packs `templates/scalardl-on-eks/skeleton` into the renderer's module.
 * With `--check` it writes nothing and fails where the committed module is out of date.
 */
async function main(args: readonly string[]): Promise<void> {
  const wanted = await packedModule(ROOT);
  const path = join(ROOT, PACKED);
  const found = await readFile(path, 'utf8').catch(() => '');
  if (found === wanted) return;
  if (args.includes('--check')) {
    process.stderr.write(`${PACKED} is out of date; run npm run skeleton\n`);
    process.exitCode = 1;
    return;
  }
  await writeFile(path, wanted);
  process.stdout.write(`${PACKED} written\n`);
}

void main(process.argv.slice(2));
