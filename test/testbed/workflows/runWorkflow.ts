import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { actFlags } from './actFlags.ts';
import { type Environments, jobsOf, readWorkflow } from './jobs.ts';
import { type JobLog, readLog } from './workflowLog.ts';

/** Shell and tools that every runner has. */
const SYSTEM_PATH = '/usr/local/bin:/usr/bin:/bin';

/** What a workflow runs on. */
export interface Runner {
  /** Path of act. */
  act: string;
  /** Paths of programs that steps call by name, or that actions need; Node first. */
  programs: readonly string[];
  /** Path of the Helm that azure/setup-helm finds. */
  helm?: string;
  /** More variables of every step, such as the address of the simulated AWS. */
  env?: Record<string, string>;
}

/** One run of one workflow. */
export interface WorkflowRun {
  /** Folder of the repository, a git repository with one commit at least. */
  repository: string;
  /** OWNER/NAME on GitHub. */
  name: string;
  /** File in `.github/workflows`. */
  workflow: string;
  event: string;
  /** Only this job and those that it needs. */
  job?: string;
  inputs?: Record<string, string>;
  /** Variables of the repository. */
  variables?: Record<string, string>;
  environments?: Environments;
  /** What `github.token` is, where a step needs one. */
  token?: string;
  /** Folders of the actions under test, by `OWNER/NAME@REF`; all others have stand-ins. */
  actions?: Readonly<Record<string, string>>;
}

/** How a run ended. */
export interface WorkflowEnded {
  exitCode: number | null;
  /** Every job that was started, by id. */
  jobs: Record<string, JobLog>;
  /** Folder that holds each uploaded artifact under its name. */
  artifacts: string;
  /** All that act said, for a person. */
  log: string;
  remove(): Promise<void>;
}

/** Where a run keeps what it writes. */
interface Place {
  home: string;
  artifacts: string;
  jobs: string;
}

/**
 * Runs a workflow with act, without containers: every job has a folder of its own on this machine, and all share
 * one home, as on a machine of one's own with several runners.
 */
export async function runWorkflow(
  runner: Runner,
  run: WorkflowRun,
): Promise<WorkflowEnded> {
  const workflow = readWorkflow(
    await readFile(
      join(run.repository, '.github', 'workflows', run.workflow),
      'utf8',
    ),
  );
  const flags = actFlags(workflow, run);
  const folder = await mkdtemp(join(tmpdir(), 'scalardl-on-eks-act-'));
  const place = {
    home: join(folder, 'home'),
    artifacts: join(folder, 'artifacts'),
    jobs: join(folder, 'jobs.json'),
  };
  await mkdir(place.home);
  await mkdir(place.artifacts);
  await writeFile(
    place.jobs,
    JSON.stringify(jobsOf(workflow, run.environments ?? {})),
  );
  const { exitCode, log } = await start(runner.act, flags, {
    cwd: run.repository,
    env: environment(runner, place),
  });
  return {
    exitCode,
    log,
    jobs: readLog(log),
    artifacts: place.artifacts,
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/** Nothing of this machine's environment but its programs. */
function environment(
  { programs, helm, env }: Runner,
  { home, artifacts, jobs }: Place,
): NodeJS.ProcessEnv {
  return {
    HOME: home,
    PATH: [...programs.map(dirname), SYSTEM_PATH].join(delimiter),
    STAND_IN_JOBS: jobs,
    STAND_IN_ARTIFACTS: artifacts,
    ...(helm && { STAND_IN_HELM: helm }),
    ...env,
  };
}

async function start(
  act: string,
  flags: readonly string[],
  options: { cwd: string; env: NodeJS.ProcessEnv },
): Promise<{ exitCode: number | null; log: string }> {
  const child = spawn(act, flags, {
    ...options,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let log = '';
  child.stdout.setEncoding('utf8').on('data', text => (log += text));
  child.stderr.setEncoding('utf8').on('data', text => (log += text));
  const [exitCode] = (await once(child, 'close')) as [number | null];
  return { exitCode, log };
}
