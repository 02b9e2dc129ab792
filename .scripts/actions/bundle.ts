import { existsSync } from 'node:fs';
import {
  chmod,
  mkdir,
  readFile,
  readdir,
  rm,
  writeFile,
} from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import {
  ACTIONS,
  type Bundle,
  ROOT,
  bundleAction,
  distOf,
} from './bundleAction';

/** The folders under `actions/` that hold an action. */
async function actionNames(): Promise<string[]> {
  const names = await readdir(join(ROOT, ACTIONS));
  return names
    .filter(name => existsSync(join(ROOT, ACTIONS, name, 'action.yml')))
    .sort();
}

/** Names in `dist` that differ from the bundle, are missing, or do not belong there. */
async function stale(dist: string, bundle: Bundle): Promise<string[]> {
  const found = await readdir(dist).catch(() => []);
  const names = [...new Set([...found, ...bundle.keys()])].sort();
  const differs = await Promise.all(
    names.map(async name => {
      const content = await readFile(join(dist, name)).catch(() => undefined);
      const wanted = bundle.get(name);
      return !content || !wanted || !content.equals(wanted);
    }),
  );
  return names.filter((_, index) => differs[index]);
}

async function write(dist: string, bundle: Bundle): Promise<void> {
  await rm(dist, { recursive: true, force: true });
  await mkdir(dist, { recursive: true });
  for (const [name, content] of bundle) {
    await writeFile(join(dist, name), content);
  }
  // npm makes a command executable when it installs; written so, an install changes nothing in git.
  await chmod(join(dist, 'index.js'), 0o755);
}

/**
 * `npm run bundle`: builds `actions/*\/dist`, which is committed because GitHub runs it as it is.
 * With `--check` it writes nothing and fails where the committed files are not what the sources build to.
 */
async function main(check: boolean): Promise<void> {
  for (const name of await actionNames()) {
    const bundle = await bundleAction(name);
    const dist = join(ROOT, distOf(name));
    const names = await stale(dist, bundle);
    if (names.length > 0 && check) {
      process.stderr.write(
        `${distOf(name)}: ${names.join(', ')} not what the sources build to; run npm run bundle and commit.\n`,
      );
      process.exitCode = 1;
    } else if (names.length > 0) {
      await write(dist, bundle);
    }
    const code = Buffer.concat(
      [...bundle].flatMap(([file, content]) =>
        file.endsWith('.js') ? [content] : [],
      ),
    );
    process.stdout.write(
      `${name}: ${kibibytes(code)}, ${kibibytes(gzipSync(code))} compressed\n`,
    );
  }
}

function kibibytes({ length }: Buffer): string {
  return `${(length / 1024).toFixed(0)} KiB`;
}

void main(process.argv.includes('--check'));
