import fs from 'node:fs';
import {
  type RepositoryFiles,
  parseEnvironment,
} from '@scalardl-on-eks/plugin-scalardl-common';
import {
  readRepositoryFiles,
  renderEnvironment,
} from '@scalardl-on-eks/plugin-scalardl-node';
import git from 'isomorphic-git';

/** A repository, and what its own environment file renders to. */
export interface RepositoryOnDisk {
  branch: string | void;
  messages: string[];
  /** Paths in the commit, sorted. */
  committed: string[];
  /** Paths whose content is not the committed one. */
  changed: string[];
  files: RepositoryFiles;
  rendered: RepositoryFiles;
}

export async function repositoryOnDisk(dir: string): Promise<RepositoryOnDisk> {
  const files = await readRepositoryFiles(dir);
  const status = await git.statusMatrix({ fs, dir });
  const history = await git.log({ fs, dir });
  return {
    branch: await git.currentBranch({ fs, dir }),
    messages: history.map(({ commit }) => commit.message),
    committed: (await git.listFiles({ fs, dir })).sort(),
    changed: status.flatMap(([path, head, workdir, stage]) =>
      head === 1 && workdir === 1 && stage === 1 ? [] : [path],
    ),
    files,
    rendered: rendering(files['scalardl.yaml'] ?? ''),
  };
}

function rendering(source: string): RepositoryFiles {
  const parsed = parseEnvironment(source);
  if (!parsed.ok) {
    throw new Error(JSON.stringify(parsed.problems, undefined, 2));
  }
  const { environment } = parsed;
  return Object.fromEntries(
    renderEnvironment({ environment, source }).map(({ path, content }) => [
      path,
      content,
    ]),
  );
}
