import fs from 'node:fs';
import git from 'isomorphic-git';

/** Branch that the generated workflows run on. */
export const DEFAULT_BRANCH = 'main';

export interface Author {
  name: string;
  email: string;
}

/** Makes a folder a git repository with everything in one commit on `main`; returns the commit's id. */
export async function commitEverything(
  dir: string,
  commit: { message: string; author: Author },
): Promise<string> {
  await git.init({ fs, dir, defaultBranch: DEFAULT_BRANCH });
  await git.add({ fs, dir, filepath: '.' });
  return git.commit({
    fs,
    dir,
    message: commit.message,
    author: commit.author,
    committer: commit.author,
  });
}

/** The first commit of a repository, `undefined` where the folder is none. */
export async function firstCommit(
  dir: string,
): Promise<{ id: string; message: string } | undefined> {
  try {
    const history = await git.log({ fs, dir, ref: DEFAULT_BRANCH });
    const first = history.at(-1);
    return first && { id: first.oid, message: first.commit.message };
  } catch (error) {
    if (error instanceof git.Errors.NotFoundError) return undefined;
    throw error;
  }
}
