import { join } from 'node:path';
import type { Environments, Workflow } from './jobs.ts';
import { localActions } from './localActions.ts';
import type { WorkflowRun } from './runWorkflow.ts';

/** GitHub has no such limit for a run this small; act's default is the number of processors. */
const CONCURRENT_JOBS = '20';

/** Arguments with which act runs the workflow on this machine and fetches nothing. */
export function actFlags(workflow: Workflow, run: WorkflowRun): string[] {
  return [
    run.event,
    ...['--workflows', join('.github', 'workflows', run.workflow)],
    ...['--json', '--no-cache-server', '--concurrent-jobs', CONCURRENT_JOBS],
    ...labels(workflow).flatMap(label => [
      '--platform',
      `${label}=-self-hosted`,
    ]),
    ...pairs(
      '--local-repository',
      Object.fromEntries(localActions(workflow, run.actions ?? {})),
    ),
    ...pairs('--input', run.inputs ?? {}),
    ...pairs('--var', {
      ...placeholders(run.environments ?? {}),
      ...run.variables,
    }),
    ...pairs('--env', { GITHUB_REPOSITORY: run.name }),
    ...pairs('--secret', run.token ? { GITHUB_TOKEN: run.token } : {}),
    ...(run.job ? ['--job', run.job] : []),
  ];
}

function labels({ jobs }: Workflow): string[] {
  return [...new Set(Object.values(jobs).flatMap(job => job['runs-on']))];
}

/**
 * act knows no GitHub environments, so that a variable has one value for all jobs. It gets a placeholder, for
 * which a stand-in then looks up the value of its own job's environment.
 */
function placeholders(environments: Environments): Record<string, string> {
  const names = Object.values(environments).flatMap(Object.keys);
  return Object.fromEntries(
    names.map(name => [name, `environment-variable:${name}`]),
  );
}

function pairs(flag: string, values: Record<string, string>): string[] {
  return Object.entries(values).flatMap(([name, value]) => [
    flag,
    `${name}=${value}`,
  ]);
}
