import { readFileSync } from 'node:fs';
import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { step } from '../../../.scripts/setup/step.mjs';
import { requireGo } from '../goRuntime.ts';
import type { Recipe } from '../recipe.ts';

const MODULE = 'k8s.io/kubernetes';

const version =
  new RegExp(`^\\s*${MODULE} v(\\S+)`, 'm').exec(
    readFileSync(join(import.meta.dirname, 'go.mod'), 'utf8'),
  )?.[1] ?? 'unknown';

const minor = version.split('.').slice(0, 2).join('.');
const executable = `control-plane-${minor}`;

/** Other names of the same program, which says the version that its name ends with: see release/release.go. */
const OTHER_MINORS = ['1.33', '1.34', '1.35', '1.36'].filter(
  other => other !== minor,
);

/**
 * A cluster's control plane in one program: the first argument is `etcd`, `kube-apiserver`,
 * `kube-controller-manager` or `kube-scheduler`. Beside it stands one more name for each minor version.
 */
export const kubernetes: Recipe = {
  version,
  executable,
  versionArguments: ['kube-apiserver', '--version'],
  async install(folder) {
    requireGo();
    await step(
      `Building the Kubernetes ${version} control plane (about 150 modules, five minutes on two cores)`,
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
        join(folder, executable),
        '.',
      ],
      { env: { ...process.env, CGO_ENABLED: '0' } },
    );
    for (const other of OTHER_MINORS) {
      await symlink(executable, join(folder, `control-plane-${other}`));
    }
  },
};
