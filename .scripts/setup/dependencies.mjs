import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { step } from './step.mjs';

/**
 * Installs the locked dependencies unless the installed ones come from the very same lockfile. Install
 * scripts are off: none is needed, and a dependency's code should not run before it is used.
 */
export async function ensureDependencies({ root, env }) {
  const lockfile = await readFile(join(root, 'package-lock.json'));
  const wanted = createHash('sha256').update(lockfile).digest('hex');
  const stamp = join(root, 'node_modules', '.scalardl-on-eks-lockfile');
  const installed = await readFile(stamp, 'utf8').catch(() => undefined);
  if (installed === wanted) return;
  await step(
    'Installing dependencies (about 1.7 GB, some minutes the first time)',
    ['npm', 'ci', '--ignore-scripts', '--no-audit', '--no-fund'],
    { cwd: root, env },
  );
  await writeFile(stamp, wanted);
}
