import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** The package folder of a bundled module, `undefined` for our own. */
function packageFolder(path: string): string | undefined {
  return /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0];
}

/**
 * The licences of every third-party package in a bundle, as their licences ask.
 *
 * @param modules - paths of the bundled modules, relative to the root
 * @throws Error for a package without a licence, which must not be shipped
 */
export async function licences(
  root: string,
  modules: readonly string[],
): Promise<string> {
  const folders = modules.flatMap(path => packageFolder(path) ?? []);
  const texts = [...new Set(folders)]
    .sort()
    .map(folder => licenceOf(root, folder));
  return `${(await Promise.all(texts)).join(`\n\n${'-'.repeat(80)}\n\n`)}\n`;
}

async function licenceOf(root: string, folder: string): Promise<string> {
  const { name, version, license } = JSON.parse(
    await readFile(join(root, folder, 'package.json'), 'utf8'),
  ) as { name: string; version: string; license?: string };
  if (!license) {
    throw new Error(`Expected ${name} to name its licence in package.json.`);
  }
  const files = await readdir(join(root, folder));
  const file = files.sort().find(entry => /^licen[cs]e/i.test(entry));
  const text = file
    ? (await readFile(join(root, folder, file), 'utf8')).trim()
    : '(The package ships no licence text.)';
  return `${name} ${version}\n${license}\n\n${text}`;
}
