import { step } from '../../../.scripts/setup/step.mjs';
import { requireGo } from '../goRuntime.ts';
import type { Recipe } from '../recipe.ts';

const version = '1.7.12';

/** Go's checksum database vouches for what is built. */
export const actionlint: Recipe = {
  version,
  executable: 'actionlint',
  versionArguments: ['-version'],
  async install(folder) {
    requireGo();
    await step(
      `Building actionlint ${version}`,
      [
        'go',
        'install',
        `-ldflags=-X github.com/rhysd/actionlint.version=${version}`,
        `github.com/rhysd/actionlint/cmd/actionlint@v${version}`,
      ],
      { cwd: folder, env: { ...process.env, CGO_ENABLED: '0', GOBIN: folder } },
    );
  },
};
