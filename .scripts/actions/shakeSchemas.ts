import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';

/** A top-level array of a generated schema file: on one line, or closed by a line of its own. */
const SCHEMA = /^((?:export )?(?:var|const) \S+ = )(\[.*\]|\[[\s\S]*?^\]);$/gm;

/** The source of a schema file with every array marked as free of side effects. */
export function pureSchemas(source: string): string {
  return source.replace(SCHEMA, '$1/* @__PURE__ */ (() => $2)();');
}

/**
 * The AWS SDK describes every operation of a service in one file of arrays. Their computed keys look like
 * side effects to the bundler, so that one operation of EC2 would bring all 750 with it: 800 KB. Marked as
 * pure, only the described shapes that are used remain.
 */
export const shakeSchemas: Plugin = {
  name: 'shake-schemas',
  setup({ onLoad }) {
    const filter = /@aws-sdk[\\/].*[\\/]dist-es[\\/].*schemas_\d+\.js$/;
    onLoad({ filter }, async ({ path }) => ({
      contents: pureSchemas(await readFile(path, 'utf8')),
      loader: 'js',
    }));
  },
};
