import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { goldens, renderGolden } from './golden';

/** `npm run golden:update`: writes every golden folder anew. Read the difference before committing it. */
async function main(): Promise<void> {
  for (const golden of goldens()) {
    const files = renderGolden(golden);
    await rm(golden.directory, { recursive: true, force: true });
    for (const { path, content } of files) {
      const file = join(golden.directory, path);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, content);
    }
    process.stdout.write(`${golden.name}: ${files.length} files\n`);
  }
}

void main();
