import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { installRequirements } from '../pythonRuntime.ts';
import type { Recipe } from '../recipe.ts';

const requirements = join(import.meta.dirname, 'requirements.txt');

const version =
  /^zizmor==([\d.]+)/m.exec(readFileSync(requirements, 'utf8'))?.[1] ??
  'unknown';

/** A binary in a Python wheel. */
export const zizmor: Recipe = {
  version,
  executable: 'bin/zizmor',
  versionArguments: ['--version'],
  install: folder =>
    installRequirements(folder, { title: `zizmor ${version}`, requirements }),
};
