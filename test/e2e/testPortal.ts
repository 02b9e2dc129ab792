import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
// The program under test is no package, so it has no name to import it by.
/* eslint-disable @backstage/no-relative-monorepo-imports */
import { type Portal, startPortal } from '../../.scripts/portal/portal';
import { freePort } from '../../.scripts/portal/ports';

export { assertPortFree, freePort } from '../../.scripts/portal/ports';
export { guestToken } from '../../.scripts/portal/readiness';
/* eslint-enable @backstage/no-relative-monorepo-imports */

/** The portal of `npm start` on free ports, with a folder for repositories of its own. */
export interface TestPortal extends Portal {
  /** Names of everything in the folder for repositories. */
  published(): Promise<string[]>;
}

export async function startTestPortal(options: {
  frontEnd: boolean;
  configFiles?: readonly string[];
}): Promise<TestPortal> {
  const folder = await mkdtemp(join(tmpdir(), 'scalardl-on-eks-portal-'));
  const publishDirectory = join(folder, 'repositories');
  const portal = await startPortal({
    portalPort: await freePort(),
    backendPort: await freePort(),
    publishDirectory,
    ...options,
  });
  return {
    ...portal,
    published: () => readdir(publishDirectory).catch(() => []),
    async stop() {
      await portal.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
