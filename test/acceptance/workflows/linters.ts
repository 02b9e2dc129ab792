import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../run';

/** A linter's findings, one line each. */
export type Findings = string[];

/** Calls back with a copy of the folder that linters take for the root of a repository. */
export async function withRepository<T>(
  folder: string,
  use: (repository: string) => Promise<T>,
): Promise<T> {
  const repository = mkdtempSync(join(tmpdir(), 'scalardl-on-eks-repository-'));
  try {
    cpSync(join(folder, '.github'), join(repository, '.github'), {
      recursive: true,
    });
    mkdirSync(join(repository, '.git'));
    // Workflows may name actions of their own repository.
    if (existsSync(join(folder, 'actions'))) {
      cpSync(join(folder, 'actions'), join(repository, 'actions'), {
        recursive: true,
        filter: source => !source.includes('node_modules'),
      });
    }
    return await use(repository);
  } finally {
    rmSync(repository, { recursive: true });
  }
}

/** actionlint over all workflows of a repository, with shellcheck over their scripts. */
export async function actionlint(
  repository: string,
  tools: { actionlint: string; shellcheck: string },
): Promise<Findings> {
  const { code, stdout, stderr } = await run(
    [
      tools.actionlint,
      '-oneline',
      '-no-color',
      `-shellcheck=${tools.shellcheck}`,
      '-pyflakes=',
    ],
    { cwd: repository },
  );
  if (code !== 0 && code !== 1) {
    throw new Error(`actionlint ended with ${code}:\n${stderr}`);
  }
  return stdout.split('\n').filter(line => line !== '');
}

interface ZizmorFinding {
  ident: string;
  desc: string;
  locations: { symbolic: { key: { Local?: { given_path: string } } } }[];
}

/** zizmor over the workflows, actions and Dependabot settings of a repository, without asking GitHub. */
export async function zizmor(
  repository: string,
  executable: string,
): Promise<Findings> {
  const { code, stdout, stderr } = await run(
    [
      executable,
      '--offline',
      '--no-progress',
      '--format=json',
      // Findings are told by the report, everything else by the exit code.
      '--no-exit-codes',
      '--strict-collection',
      '--collect=all',
      '.',
    ],
    { cwd: repository },
  );
  if (code !== 0) throw new Error(`zizmor ended with ${code}:\n${stderr}`);
  return (JSON.parse(stdout) as ZizmorFinding[]).map(
    ({ ident, desc, locations }) =>
      `${locations[0]?.symbolic.key.Local?.given_path}: ${ident}: ${desc}`,
  );
}
