import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installed } from '../test/command';
import { actionsOfBackend } from './backend';
import { createBareApp } from './bareApp';
import { packPlugins, run } from './pack';

const EXPECTED_ACTIONS = [
  'scalardl:environment:check',
  'scalardl:environment:render',
  'scalardl:repository:write',
];

/** Text that only the field's own code holds. */
const FIELD = 'ScalardlAddressPlan';

/** Packs every plugin and proves that a bare Backstage app loads the tarballs. */
async function main(): Promise<void> {
  const workspace = await mkdtemp(join(tmpdir(), 'scalardl-on-eks-packages-'));
  try {
    const plugins = await packPlugins(workspace);
    const app = join(workspace, 'bare');
    await createBareApp(app, plugins);
    await checkBackend(app);
    await checkFrontEnd(app);
    process.stdout.write(
      `${plugins.length} plugins pack, and a bare app loads them\n`,
    );
  } finally {
    await rm(workspace, { recursive: true, force: true });
  }
}

async function checkBackend(app: string): Promise<void> {
  const actions = await actionsOfBackend(app);
  const missing = EXPECTED_ACTIONS.filter(id => !actions.includes(id));
  if (missing.length > 0) {
    throw new Error(
      `Expected the backend to offer ${missing.join(', ')}, received ${actions.join(', ')}.`,
    );
  }
}

async function checkFrontEnd(app: string): Promise<void> {
  await run([installed('backstage-cli'), 'package', 'build'], join(app, 'app'));
  const folder = join(app, 'app/dist/static');
  const scripts = (await readdir(folder)).filter(file => file.endsWith('.js'));
  const texts = await Promise.all(
    scripts.map(file => readFile(join(folder, file), 'utf8')),
  );
  if (!texts.some(text => text.includes(FIELD))) {
    throw new Error(`Expected the built front end to hold ${FIELD}.`);
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
});
