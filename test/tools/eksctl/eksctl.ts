import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { step } from '../../../.scripts/setup/step.mjs';
import { requireGo } from '../goRuntime.ts';
import type { Recipe } from '../recipe.ts';

const MODULE = 'github.com/weaveworks/eksctl';

const version =
  new RegExp(`^\\s*${MODULE} v(\\S+)`, 'm').exec(
    readFileSync(join(import.meta.dirname, 'go.mod'), 'utf8'),
  )?.[1] ?? 'unknown';

/** Built from the Go module proxy, because no package registry carries the released binary. */
export const eksctl: Recipe = {
  version,
  executable: 'eksctl',
  versionArguments: ['version'],
  async install(folder) {
    requireGo();
    await step(
      `Building eksctl ${version} (about 200 modules, five minutes on two cores)`,
      [
        'go',
        'build',
        '-C',
        import.meta.dirname,
        '-mod=readonly',
        '-trimpath',
        '-buildvcs=false',
        // Without it the module calls itself a development build of the next release.
        `-ldflags=-s -w -X ${MODULE}/pkg/version.PreReleaseID=`,
        '-o',
        join(folder, 'eksctl'),
        `${MODULE}/cmd/eksctl`,
      ],
      { env: { ...process.env, CGO_ENABLED: '0' } },
    );
  },
};
