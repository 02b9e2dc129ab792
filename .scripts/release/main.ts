import { readFile, readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { releaseNotes } from './notes';

const ROOT = resolve(__dirname, '../..');

async function changelogs(): Promise<string[]> {
  const folders = await Promise.all(
    ['plugins', 'actions'].map(async parent =>
      (await readdir(join(ROOT, parent))).map(name => join(ROOT, parent, name)),
    ),
  );
  const texts = await Promise.all(
    folders
      .flat()
      .map(folder =>
        readFile(join(folder, 'CHANGELOG.md'), 'utf8').catch(() => undefined),
      ),
  );
  return texts.flatMap(text => text ?? []);
}

/** `npm run release:notes -- VERSION`: prints the notes of a release. */
async function main([version = '']: readonly string[]): Promise<void> {
  try {
    process.stdout.write(releaseNotes(version, await changelogs()));
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}

void main(process.argv.slice(2));
