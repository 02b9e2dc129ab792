import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { step } from '../../../.scripts/setup/step.mjs';
import { requireGo } from '../goRuntime.ts';
import type { Recipe } from '../recipe.ts';

const MODULE = 'sigs.k8s.io/kwok';

const version =
  new RegExp(`^\\s*${MODULE} v(\\S+)`, 'm').exec(
    readFileSync(join(import.meta.dirname, 'go.mod'), 'utf8'),
  )?.[1] ?? 'unknown';

/** Plays the kubelet of every node. */
export const kwok: Recipe = {
  version,
  executable: 'kwok',
  versionArguments: ['--version'],
  async install(folder) {
    requireGo();
    await step(
      `Building kwok ${version} (two minutes on two cores)`,
      [
        'go',
        'build',
        '-C',
        import.meta.dirname,
        '-mod=readonly',
        '-trimpath',
        '-buildvcs=false',
        '-ldflags=-s -w',
        '-o',
        join(folder, 'kwok'),
        `${MODULE}/cmd/kwok`,
      ],
      { env: { ...process.env, CGO_ENABLED: '0' } },
    );
  },
};
