import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
// The bundler is a program of the repository, not a package.
// eslint-disable-next-line @backstage/no-relative-monorepo-imports
import { bundleAction } from '../../.scripts/actions/bundleAction';

const ACTIONS = resolve(__dirname, '../../actions');

/** A folder like this repository at a tag, with the actions bundled from the present sources. */
export interface OwnActions {
  folder: string;
  remove(): Promise<void>;
}

export async function buildOwnActions(
  names: readonly string[],
): Promise<OwnActions> {
  const folder = await mkdtemp(join(tmpdir(), 'scalardl-on-eks-actions-'));
  for (const name of names) {
    const action = join(folder, 'actions', name);
    await mkdir(join(action, 'dist'), { recursive: true });
    await cp(join(ACTIONS, name, 'action.yml'), join(action, 'action.yml'));
    for (const [file, content] of await bundleAction(name)) {
      await writeFile(join(action, 'dist', file), content);
    }
  }
  return {
    folder,
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
