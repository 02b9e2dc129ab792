import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { type Metafile, build } from 'esbuild';
import { licences } from './licences';
import { readmeWithTables } from './readme';

const ROOT = resolve(__dirname, '../..');
const ACTIONS = resolve(ROOT, 'actions');

/** Files of a bundle by their path from the root. */
type Bundle = Map<string, Buffer>;

/** The folders under `actions/` that hold an action. */
async function actionNames(): Promise<string[]> {
  const names = await readdir(ACTIONS);
  return names.filter(name => existsSync(join(ACTIONS, name, 'action.yml')));
}

/**
 * Bundles one action into one ES module. The same sources give the same bytes on every machine: no path
 * of this machine and no time is part of them.
 */
async function bundle(name: string): Promise<Bundle> {
  const folder = join(ACTIONS, name, 'dist');
  const { outputFiles, metafile } = await build({
    absWorkingDir: ROOT,
    entryPoints: [`actions/${name}/src/index.ts`],
    outdir: folder,
    bundle: true,
    write: false,
    metafile: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    // ES modules first: only they can be shaken.
    mainFields: ['module', 'main'],
    conditions: ['import', 'module'],
    legalComments: 'none',
    minifySyntax: true,
    minifyWhitespace: true,
    // CommonJS dependencies inside an ES module still ask for `require`.
    banner: {
      js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
    },
  });
  const files = outputFiles.map(({ path, contents }): [string, Buffer] => [
    relative(ROOT, path),
    Buffer.from(contents),
  ]);
  const dist = relative(ROOT, folder);
  return new Map([
    ...files,
    // Tells Node that index.js is an ES module, whatever stands above it.
    [join(dist, 'package.json'), Buffer.from('{ "type": "module" }\n')],
    [
      join(dist, 'licences.txt'),
      Buffer.from(await licences(ROOT, inputsOf(metafile))),
    ],
  ]);
}

/** Everything about one action that is derived from its sources. */
async function derived(name: string): Promise<Bundle> {
  const folder = join(ACTIONS, name);
  const readme = join('actions', name, 'README.md');
  return new Map([
    ...(await bundle(name)),
    [readme, Buffer.from(await readmeWithTables(folder))],
  ]);
}

/** Paths of the modules that really are in the bundle. */
function inputsOf({ outputs }: Metafile): string[] {
  return Object.values(outputs).flatMap(({ inputs }) =>
    Object.entries(inputs)
      .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
      .map(([path]) => path),
  );
}

async function isCurrent([path, content]: [string, Buffer]): Promise<boolean> {
  const found = await readFile(resolve(ROOT, path)).catch(() => undefined);
  return found !== undefined && found.equals(content);
}

async function main(check: boolean): Promise<void> {
  for (const name of await actionNames()) {
    const files = await derived(name);
    for (const [path, content] of files) {
      if (await isCurrent([path, content])) continue;
      if (check) {
        process.stderr.write(
          `${path} is not what its sources build to; run npm run bundle and commit.\n`,
        );
        process.exitCode = 1;
        continue;
      }
      await mkdir(join(ACTIONS, name, 'dist'), { recursive: true });
      await writeFile(resolve(ROOT, path), content);
    }
    const size = files.get(`actions/${name}/dist/index.js`)?.length ?? 0;
    process.stdout.write(`${name}: ${(size / 1024).toFixed(0)} KiB\n`);
  }
}

void main(process.argv.includes('--check'));
