import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { input } from './runner.ts';
import type { Credentials } from './sts.ts';

/** Writes a profile to both files of the AWS configuration. */
export function writeProfile(
  name: string,
  settings: { credentials: Credentials; region: string },
): void {
  const folder = join(homedir(), '.aws');
  mkdirSync(folder, { recursive: true });
  const credentials = Object.entries(settings.credentials).map(
    ([key, value]): [string, string] => [key.toLowerCase(), value],
  );
  writeSection(join(folder, 'credentials'), name, credentials);
  writeSection(join(folder, 'config'), `profile ${name}`, [
    ['region', settings.region],
  ]);
}

function writeSection(
  file: string,
  title: string,
  entries: readonly [string, string][],
): void {
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const sections = text.split(/^(?=\[)/m).filter(Boolean);
  const others = sections.filter(part => !part.startsWith(`[${title}]`));
  if (
    others.length < sections.length &&
    input('overwrite-aws-profile') !== 'true'
  ) {
    throw new Error(`Profile "${title}" already exists in ${file}.`);
  }
  const lines = entries.map(([key, value]) => `${key} = ${value}\n`);
  writeFileSync(file, [...others, `[${title}]\n`, ...lines].join(''));
}
