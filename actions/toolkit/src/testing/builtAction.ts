import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
// eslint-disable-next-line @backstage/no-relative-monorepo-imports -- the bundler is a program of the repository, not a package
import { bundleAction } from '../../../../.scripts/actions/bundleAction';
import { type WorkflowCommand, readCommands } from './workflowCommands';

/** How a process ended. */
export interface Ended {
  exitCode: number | null;
  stdout: string;
  stderr: string;
}

/** How a step of a workflow ended. */
export interface StepEnded extends Ended {
  outputs: Record<string, string>;
  /** The job summary. */
  summary: string;
  /** What the runner would have obeyed. */
  commands: WorkflowCommand[];
}

/** What becomes of a process before it ends by itself. */
export interface Interruption {
  /** When it comes; a promise that never resolves changes nothing. */
  when: Promise<unknown>;
  /** Sent to the process and all that it started, as a runner does. */
  signal: NodeJS.Signals;
}

interface Run {
  directory: string;
  env?: Record<string, string>;
  interruption?: Interruption;
  /** Runs on the real date, as whoever signs requests must; otherwise on the day of the goldens. */
  today?: boolean;
}

/** An action bundled from the present sources, which runs as users run it: as a process of its own. */
export interface BuiltAction {
  /** As a step of a workflow, with the files of a runner. */
  asStep(run: Run & { inputs?: Record<string, string> }): Promise<StepEnded>;
  /** On a laptop. */
  asCommand(run: Run & { flags?: readonly string[] }): Promise<Ended>;
  remove(): Promise<void>;
}

/** The day on which goldens are judged, so that a dated table does not fail these tests one day. */
const TODAY = '2026-11-23T10:00:00.000Z';

const FIXED_DATE = `data:text/javascript,${encodeURIComponent(`
  const now = Date.parse('${TODAY}');
  globalThis.Date = class extends Date {
    constructor(...given) { super(...(given.length > 0 ? given : [now])); }
    static now() { return now; }
  };
`)}`;

/** Bundles an action into a temporary folder. */
export async function buildAction(name: string): Promise<BuiltAction> {
  const folder = await mkdtemp(join(tmpdir(), `scalardl-${name}-`));
  const dist = join(folder, 'dist');
  await mkdir(dist);
  for (const [file, content] of await bundleAction(name)) {
    await writeFile(join(dist, file), content);
  }
  const start = (started: Omit<Started, 'script'>) =>
    run({ ...started, script: join(dist, 'index.js') });
  return {
    asCommand: ({ flags = [], ...started }) =>
      start({ ...started, args: flags }),
    asStep: async ({ inputs = {}, env = {}, ...started }) => {
      const runner = await mkdtemp(join(folder, 'runner-'));
      const files = await runnerFiles(runner);
      const ended = await start({
        ...started,
        args: [],
        env: { ...files, ...inputVariables(inputs), ...env },
      });
      return {
        ...ended,
        outputs: readOutputs(await readFile(files.GITHUB_OUTPUT, 'utf8')),
        summary: await readFile(files.GITHUB_STEP_SUMMARY, 'utf8'),
        commands: readCommands(ended.stdout),
      };
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

async function runnerFiles(runner: string) {
  const files = {
    GITHUB_ACTIONS: 'true',
    GITHUB_OUTPUT: join(runner, 'output'),
    GITHUB_STEP_SUMMARY: join(runner, 'summary'),
    RUNNER_TEMP: join(runner, 'temp'),
  };
  await writeFile(files.GITHUB_OUTPUT, '');
  await writeFile(files.GITHUB_STEP_SUMMARY, '');
  await mkdir(files.RUNNER_TEMP);
  return files;
}

/** https://docs.github.com/actions/reference/workflows-and-actions/metadata-syntax#inputs */
function inputVariables(inputs: Record<string, string>) {
  return Object.fromEntries(
    Object.entries(inputs).map(([name, value]) => [
      `INPUT_${name.toUpperCase()}`,
      value,
    ]),
  );
}

interface Started extends Run {
  script: string;
  args: readonly string[];
}

function run({
  script,
  directory,
  args,
  env,
  interruption,
  today = false,
}: Started): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const date = today ? [] : ['--import', FIXED_DATE];
    const child = spawn(
      process.execPath,
      [...date, script, ...args],
      // Nothing of this machine's environment: a test may itself run in a workflow. A process group of its
      // own, so that an interruption reaches what it started, too.
      {
        cwd: directory,
        env: { PATH: process.env.PATH, ...env },
        detached: true,
      },
    );
    const group = child.pid;
    void interruption?.when.then(() => {
      // Never by a number that may belong to somebody else by now.
      if (group !== undefined && child.exitCode === null) {
        process.kill(-group, interruption.signal);
      }
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', text => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', text => (stderr += text));
    child.once('error', reject);
    child.once('close', exitCode => resolve({ exitCode, stdout, stderr }));
  });
}

/** https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands#multiline-strings */
function readOutputs(text: string): Record<string, string> {
  const entries = text.matchAll(/^(.+)<<(.+)\n([\s\S]*?)\n\2$/gm);
  return Object.fromEntries(
    Array.from(entries, ([, name = '', , value = '']) => [name, value]),
  );
}
