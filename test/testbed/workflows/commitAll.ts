import fs from 'node:fs';
import { readdir } from 'node:fs/promises';
import git from 'isomorphic-git';

/** Makes a folder a repository whose branch `main` has one commit of everything: act reads branch and commit. */
export async function commitAll(dir: string): Promise<void> {
  await git.init({ fs, dir, defaultBranch: 'main' });
  await git.add({ fs, dir, filepath: await readdir(dir) });
  await git.commit({
    fs,
    dir,
    message: 'Create the environment',
    author: { name: 'Test', email: 'test@example.com' },
  });
}
