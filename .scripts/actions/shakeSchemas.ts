import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';

/** A top-level array of a generated schema file: on one line, or closed by a line of its own. */
const SCHEMA = /^((?:export )?(?:var|const) \S+ = )(\[.*\]|\[[\s\S]*?^\]);$/gm;

/** What a service says in a fault of its own, registered for all of its operations. */
const REGISTRATION = /^n0_registry\.registerError\(.*\);$/gm;

/**
 * Services of which only lists are read. None of their own faults answers a list, and those of rights and throttling
 * belong to no service, so that their 200 classes of errors are only weight.
 */
const ONLY_LISTS = /client-(?:rds|route-53)[\\/]/;

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
    onLoad({ filter }, async ({ path }) => {
      const source = pureSchemas(await readFile(path, 'utf8'));
      return {
        contents: ONLY_LISTS.test(path)
          ? source.replace(REGISTRATION, '')
          : source,
        loader: 'js',
      };
    });
  },
};
