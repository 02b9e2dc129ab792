import { basename, join, resolve } from 'node:path';
import { type Metafile, type Plugin, build } from 'esbuild';
import { leaveOutUnreached } from './leaveOutUnreached';
import { licences } from './licences';
import { onlyFetch } from './onlyFetch';
import { shakeSchemas } from './shakeSchemas';

export const ROOT = resolve(__dirname, '../..');

/** Where the actions stand below the root. */
export const ACTIONS = 'actions';

/** Where the bundler would write; nothing is written there. */
const DIST = 'dist';

/** Files of an action's `dist` by their name in it. */
export type Bundle = ReadonlyMap<string, Buffer>;

/**
 * The HTTP half of @actions/core, which serves OIDC tokens: its packages do nothing on import but do not
 * say so, and would be a third of every bundle that asks for no token.
 */
const leaveOutUnused: Plugin = {
  name: 'leave-out-unused',
  setup({ onResolve, resolve: find }) {
    const filter =
      /^(?:@actions\/(?:exec|http-client|io)|tunnel|undici)(?:\/|$)/;
    onResolve({ filter }, async args => {
      if (args.pluginData === 'found') return undefined;
      const { path, importer, namespace, resolveDir, kind } = args;
      const found = await find(path, {
        importer,
        namespace,
        resolveDir,
        kind,
        pluginData: 'found',
      });
      return { ...found, sideEffects: false };
    });
  },
};

/**
 * Bundles one action into ES modules: `index.js`, and one a lazy import. The same sources give the same bytes
 * on every machine: no path of this machine and no time is part of them.
 *
 * @param name - folder of the action under `actions/`
 */
export async function bundleAction(name: string): Promise<Bundle> {
  const { outputFiles, metafile } = await build({
    absWorkingDir: ROOT,
    entryPoints: [`${ACTIONS}/${name}/src/index.ts`],
    bundle: true,
    write: false,
    metafile: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    // What an action imports lazily, such as the client of a service, is read only when it is needed.
    splitting: true,
    outdir: DIST,
    chunkNames: '[name]-[hash]',
    charset: 'utf8',
    // Nothing of any tsconfig.json, so that the bytes depend on the sources alone.
    tsconfigRaw: {},
    // ES modules first: only they can be shaken.
    mainFields: ['module', 'main'],
    conditions: ['import', 'module'],
    plugins: [onlyFetch, leaveOutUnreached, leaveOutUnused, shakeSchemas],
    legalComments: 'none',
    minifySyntax: true,
    minifyWhitespace: true,
    // CommonJS dependencies inside an ES module still ask for `require`.
    banner: {
      js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
    },
  });
  return new Map([
    ...outputFiles.map(({ path, contents }): [string, Buffer] => [
      basename(path),
      Buffer.from(contents),
    ]),
    // Tells Node that index.js is an ES module, whatever stands above it.
    ['package.json', Buffer.from('{ "type": "module" }\n')],
    ['licences.txt', Buffer.from(await licences(ROOT, inputsOf(metafile)))],
  ]);
}

/** Paths of the modules that really are in the bundle. */
function inputsOf({ outputs }: Metafile): string[] {
  return Object.values(outputs).flatMap(({ inputs }) =>
    Object.entries(inputs)
      .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
      .map(([path]) => path),
  );
}

/** Path of an action's `dist` below the root. */
export function distOf(name: string): string {
  return join(ACTIONS, name, 'dist');
}
