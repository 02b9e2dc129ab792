import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Workflow } from './jobs.ts';

/** Stand-ins for third-party actions, as OWNER/NAME. */
const STAND_INS = join(import.meta.dirname, 'actions');

/** act does this one itself: it copies the repository. */
const CHECKOUT = 'actions/checkout';

/**
 * The folder for every repository of actions that the workflow uses, as `OWNER/NAME@REF`, so that act fetches
 * nothing.
 *
 * @param given - folders of the actions under test, by `OWNER/NAME@REF`
 * @throws Error for an action that has neither a folder nor a stand-in
 */
export function localActions(
  { jobs }: Workflow,
  given: Readonly<Record<string, string>>,
): Map<string, string> {
  const used = Object.values(jobs)
    .flatMap(({ steps }) => steps.flatMap(({ uses }) => uses ?? []))
    .map(repositoryOf)
    .filter(({ name }) => name !== CHECKOUT);
  return new Map(
    used.map(({ name, ref }) => {
      const key = `${name}@${ref}`;
      const folder = given[key] ?? join(STAND_INS, name);
      if (!existsSync(folder)) {
        throw new Error(
          `Expected a stand-in for ${key} in ${folder}, found none.`,
        );
      }
      return [key, folder];
    }),
  );
}

function repositoryOf(uses: string): { name: string; ref: string } {
  const [path = '', ref = ''] = uses.split('@');
  return { name: path.split('/').slice(0, 2).join('/'), ref };
}
