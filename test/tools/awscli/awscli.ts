import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { installRequirements } from '../pythonRuntime.ts';
import type { Recipe } from '../recipe.ts';

const requirements = join(import.meta.dirname, 'requirements.txt');

const version =
  /^awscli==([\d.]+)/m.exec(readFileSync(requirements, 'utf8'))?.[1] ??
  'unknown';

/** A folder of its own, so that a PATH with it holds no Python. */
const PROGRAMS = 'programs';

/** The script that pip writes names the folder of the installation, which is renamed when it is complete. */
const LAUNCHER = `#!/bin/sh
exec "$(dirname "$0")/../bin/python" -m awscli "$@"
`;

/** The AWS CLI, version 1: the only one that a package registry has. */
export const awscli: Recipe = {
  version,
  executable: `${PROGRAMS}/aws`,
  versionArguments: ['--version'],
  install: async folder => {
    await installRequirements(folder, {
      title: `the AWS CLI ${version}`,
      requirements,
    });
    const launcher = join(folder, PROGRAMS, 'aws');
    await mkdir(join(folder, PROGRAMS));
    await writeFile(launcher, LAUNCHER);
    await chmod(launcher, 0o755);
  },
};
