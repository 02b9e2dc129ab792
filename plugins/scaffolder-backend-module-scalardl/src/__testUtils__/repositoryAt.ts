import fs from 'node:fs';
import git from 'isomorphic-git';

/** What git says of a repository. */
export async function repositoryAt(dir: string) {
  const log = await git.log({ fs, dir });
  const status = await git.statusMatrix({ fs, dir });
  return {
    branch: await git.currentBranch({ fs, dir }),
    branches: await git.listBranches({ fs, dir }),
    commits: log.map(({ oid, commit }) => ({ id: oid, ...commit })),
    files: await git.listFiles({ fs, dir }),
    /** Paths that differ from the commit. */
    changed: status.flatMap(([path, head, workdir, stage]) =>
      head === 1 && workdir === 1 && stage === 1 ? [] : [path],
    ),
  };
}
