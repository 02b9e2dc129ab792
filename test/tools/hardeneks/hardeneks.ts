import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { installRequirements } from '../pythonRuntime.ts';
import type { Recipe } from '../recipe.ts';

const requirements = join(import.meta.dirname, 'requirements.txt');

const version =
  /^hardeneks==([\d.]+)/m.exec(readFileSync(requirements, 'utf8'))?.[1] ??
  'unknown';

const PROGRAMS = 'programs';

/** The script that pip writes names the folder of the installation, which is renamed when it is complete. */
const LAUNCHER = `#!/bin/sh
exec "$(dirname "$0")/../bin/python" -c '
import sys
from importlib.metadata import version
from hardeneks import app
print(version("hardeneks")) if sys.argv[1:] == ["--version"] else app()
' "$@"
`;

/** A checker of EKS best practices, which the benchmark of verify-guidelines is measured against. */
export const hardeneks: Recipe = {
  version,
  executable: `${PROGRAMS}/hardeneks`,
  versionArguments: ['--version'],
  install: async folder => {
    await installRequirements(folder, {
      title: `hardeneks ${version}`,
      requirements,
    });
    const launcher = join(folder, PROGRAMS, 'hardeneks');
    await mkdir(join(folder, PROGRAMS));
    await writeFile(launcher, LAUNCHER);
    await chmod(launcher, 0o755);
  },
};
