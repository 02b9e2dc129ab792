import { mkdir, readdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from '../test/command';
import { type PackedPlugin, run } from './pack';

const SCOPE = '@scalardl-on-eks';

/** What a bare app's backend needs; the plugin is added as its README says. */
const BACKEND = `
const { createBackend } = require('@backstage/backend-defaults');
const backend = createBackend();
backend.add(import('@backstage/plugin-auth-backend'));
backend.add(import('@backstage/plugin-catalog-backend'));
backend.add(import('@backstage/plugin-scaffolder-backend'));
backend.add(import('${SCOPE}/plugin-scaffolder-backend-module-scalardl'));
backend.start();
`;

/** Both ways into a front end: the module of the new system and the field of the old one. */
const FRONT_END = `
import { createApp } from '@backstage/frontend-defaults';
import scaffolderPlugin from '@backstage/plugin-scaffolder/alpha';
import module from '${SCOPE}/plugin-scaffolder-module-scalardl';
import { ScalardlAddressPlanFieldExtension } from '${SCOPE}/plugin-scaffolder-module-scalardl/legacy';
import ReactDOM from 'react-dom/client';

const app = createApp({ features: [scaffolderPlugin, module] });
ReactDOM.createRoot(document.getElementById('root')!).render(
  <>{app.createRoot()}<ScalardlAddressPlanFieldExtension /></>,
);
`;

const HTML = '<!doctype html><html><body><div id="root"></div></body></html>';

/**
 * Makes a Backstage app outside of this checkout that has our plugins only as packed tarballs; every
 * other package is the installed one, by a link, so that nothing is fetched.
 */
export async function createBareApp(
  folder: string,
  plugins: readonly PackedPlugin[],
): Promise<void> {
  const modules = join(folder, 'node_modules');
  await mkdir(join(modules, SCOPE), { recursive: true });
  for (const name of await readdir(join(ROOT, 'node_modules'))) {
    if (name === SCOPE) continue;
    await symlink(join(ROOT, 'node_modules', name), join(modules, name));
  }
  for (const { name, tarball } of plugins) {
    await mkdir(join(modules, name));
    await run(
      ['tar', '--extract', '--file', tarball, '--strip-components', '1'],
      join(modules, name),
    );
  }
  await writeFile(join(folder, 'backend.cjs'), BACKEND);
  await writeFile(
    join(folder, 'package.json'),
    JSON.stringify({ name: 'bare', private: true, workspaces: ['app'] }),
  );
  await mkdir(join(folder, 'app/src'), { recursive: true });
  await mkdir(join(folder, 'app/public'));
  await writeFile(join(folder, 'app/src/index.tsx'), FRONT_END);
  await writeFile(join(folder, 'app/public/index.html'), HTML);
  await writeFile(
    join(folder, 'app/package.json'),
    JSON.stringify({
      name: 'app',
      version: '0.0.0',
      private: true,
      backstage: { role: 'frontend' },
      bundled: true,
    }),
  );
}
