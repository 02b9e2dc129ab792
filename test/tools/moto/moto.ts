import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { installRequirements } from '../pythonRuntime.ts';
import type { Recipe } from '../recipe.ts';

const requirements = join(import.meta.dirname, 'requirements.txt');

const version =
  /^moto==([\d.]+)/m.exec(readFileSync(requirements, 'utf8'))?.[1] ?? 'unknown';

/** The executable is a Python that has moto; `test/testbed` runs on it. */
export const moto: Recipe = {
  version,
  executable: 'bin/python',
  versionArguments: ['-c', 'import moto; print(moto.__version__)'],
  install: folder =>
    installRequirements(folder, { title: `moto ${version}`, requirements }),
};
