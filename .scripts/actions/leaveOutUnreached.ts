import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';

/** The scopes of GitHub's REST API that actions call; `rest.` of another one is undefined in a bundle. */
const SCOPES = ['issues'];

/**
 * Large parts of packages that no action reaches, and that the bundler cannot know of: tables that are looked up by
 * name, and what only a browser runs.
 */
export const leaveOutUnreached: Plugin = {
  name: 'leave-out-unreached',
  setup({ onLoad }) {
    // A thousand endpoints: 80 KB.
    onLoad(
      { filter: /plugin-rest-endpoint-methods[\\/].*[\\/]endpoints\.js$/ },
      async ({ path }) => {
        const source = await readFile(path, 'utf8');
        const scopes = SCOPES.map(scope => endpointsOf(scope, source));
        return {
          contents: `export default {${scopes.join(',')}};`,
          loader: 'js',
        };
      },
    );
    // Tells browsers apart by their user agent: 43 KB.
    onLoad(
      { filter: /[\\/]createUserAgentStringParsingProvider\.js$/ },
      () => ({
        contents:
          'export const createUserAgentStringParsingProvider = undefined;',
        loader: 'js',
      }),
    );
  },
};

/** The property of a scope in the generated file, where every scope stands on lines of its own. */
function endpointsOf(scope: string, source: string): string {
  const property = new RegExp(`^  ${scope}: \\{$[\\s\\S]*?^  \\}`, 'm');
  const [found] = property.exec(source) ?? [];
  if (found) return found;
  throw new Error(
    `Expected the scope ${scope} among the endpoints of @octokit/plugin-rest-endpoint-methods, found none.`,
  );
}
