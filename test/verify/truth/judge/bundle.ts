import { build } from 'esbuild';
import { createHash } from 'node:crypto';
import {
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import { join, relative } from 'node:path';
import { cacheDirectory } from '../../../../.scripts/setup/cache.mjs';
import { withLock } from '../../../tools/lock.ts';

const ROOT = join(__dirname, '../../../..');

/** Folders of bundles, each named by the digest of everything that went into it. */
const BUNDLES = cacheDirectory('judge');
const SOURCES = 'sources.json';
const DAY_MILLISECONDS = 24 * 3_600_000;

let bundled: Promise<string> | undefined;

/**
 * Path of the judge's program, bundled from the present sources. Bundling takes seconds of both cores, so a bundle of
 * the same sources serves every suite and every run.
 */
export function bundledProgram(): Promise<string> {
  bundled ??= withLock(
    { file: join(BUNDLES, 'lock'), waitingFor: 'the judge' },
    async () =>
      join((await findBundle()) ?? (await makeBundle()), 'program.js'),
  );
  return bundled;
}

async function findBundle(): Promise<string | undefined> {
  for (const digest of await bundles()) {
    const folder = join(BUNDLES, digest);
    const sources = JSON.parse(
      await readFile(join(folder, SOURCES), 'utf8'),
    ) as string[];
    if ((await digestOf(sources)) === digest) return folder;
  }
  return undefined;
}

async function bundles(): Promise<string[]> {
  const names = await readdir(BUNDLES);
  return names.filter(name => /^[0-9a-f]{64}$/.test(name));
}

/** Of names and contents, and of how they are bundled, which stands in this file; a file that is gone changes it. */
async function digestOf(sources: readonly string[]): Promise<string> {
  const digest = createHash('sha256');
  for (const name of [relative(ROOT, __filename), ...sources]) {
    const content = await readFile(join(ROOT, name)).catch(() => 'gone');
    digest.update(`${name}\0${content.length}\0`).update(content);
  }
  return digest.digest('hex');
}

async function makeBundle(): Promise<string> {
  await removeOld();
  const outdir = await mkdtemp(join(BUNDLES, 'new-'));
  let started: number;
  let sources: string[];
  do {
    started = Date.now();
    sources = await bundle(outdir);
    // Somebody may be writing: what was bundled must be what the digest is made of.
  } while ((await lastChange(sources)) >= started);
  await writeFile(join(outdir, SOURCES), JSON.stringify(sources));
  const folder = join(BUNDLES, await digestOf(sources));
  await rename(outdir, folder);
  return folder;
}

async function lastChange(sources: readonly string[]): Promise<number> {
  const changes = sources.map(async name => {
    const { mtimeMs } = await stat(join(ROOT, name));
    return mtimeMs;
  });
  return Math.max(...(await Promise.all(changes)));
}

/** Bundles of sources as they were before; a judge of today may still load a chunk. */
async function removeOld(): Promise<void> {
  for (const name of await readdir(BUNDLES)) {
    const path = join(BUNDLES, name);
    const { mtimeMs } = await stat(path);
    if (Date.now() - mtimeMs > DAY_MILLISECONDS)
      await rm(path, { recursive: true });
  }
}

/**
 * In the form of the product's own bundles: ES modules with a chunk for each lazy import.
 *
 * @returns the names of all files that it is made of
 */
async function bundle(outdir: string): Promise<string[]> {
  const { metafile } = await build({
    absWorkingDir: ROOT,
    entryPoints: [join(__dirname, 'program.ts')],
    outdir,
    metafile: true,
    bundle: true,
    splitting: true,
    platform: 'node',
    target: 'node22',
    format: 'esm',
    mainFields: ['module', 'main'],
    conditions: ['import', 'module'],
    logLevel: 'error',
    banner: {
      js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
    },
  });
  await writeFile(join(outdir, 'package.json'), '{ "type": "module" }\n');
  return Object.keys(metafile.inputs).sort();
}
