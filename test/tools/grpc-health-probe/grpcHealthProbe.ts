import { step } from '../../../.scripts/setup/step.mjs';
import { requireGo } from '../goRuntime.ts';
import type { Recipe } from '../recipe.ts';

const version = '0.4.40';

const MODULE = 'github.com/grpc-ecosystem/grpc-health-probe';

/** What Scalar's images carry to ask a server for its health; Go's checksum database vouches for what is built. */
export const grpcHealthProbe: Recipe = {
  version,
  executable: 'grpc-health-probe',
  versionArguments: ['-version'],
  async install(folder) {
    requireGo();
    await step(
      `Building grpc_health_probe ${version}`,
      [
        'go',
        'install',
        '-trimpath',
        `-ldflags=-s -w -X main.versionTag=${version}`,
        `${MODULE}@v${version}`,
      ],
      { cwd: folder, env: { ...process.env, CGO_ENABLED: '0', GOBIN: folder } },
    );
  },
};
