import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Deadline, Progress } from '@scalardl-on-eks/action-toolkit';
import { throughTheDoor } from './atTheDoor';
import type { Eksctl } from './eksctl';
import { environment } from './environment';
import { Tail } from './tail';

/** How a run of eksctl ended. */
export interface Ended {
  /** The command for a person. */
  command: string;
  exitCode: number | null;
  /** What it wrote last on errors, one sentence. */
  complaint: string;
}

/** One command of eksctl. */
export interface Command {
  args: readonly string[];
  /** Asked now and then; with a reason why waiting is in vain, eksctl is interrupted. */
  hopeless?: () => Promise<string | undefined>;
}

/** What every run of eksctl needs. */
export interface EksctlRuns {
  eksctl: Eksctl;
  progress: Progress;
  deadline: Deadline;
  profile?: string;
}

/** Its own end is left to eksctl for so long after the time is over, in milliseconds. */
const GRACE = 15_000;

/** Milliseconds between two looks at what eksctl waits for. */
const LOOK_EVERY = 20_000;

/** Runs eksctl, never through a shell, with the environment of the job, and shows what it says in a group. */
export async function runEksctl(
  runs: EksctlRuns,
  { args, hopeless }: Command,
): Promise<Ended> {
  const command = `eksctl ${args.join(' ')}`;
  return runs.progress.group(command, async write => {
    const ended = await throughTheDoor(
      () => attempt(runs, { args, hopeless }, write),
      runs.deadline,
    );
    return { command, ...ended };
  });
}

async function attempt(
  runs: EksctlRuns,
  { args, hopeless }: Command,
  write: (text: string) => void,
): Promise<Omit<Ended, 'command'>> {
  const end = new AbortController();
  const [{ exitCode, complaint }, reason] = await Promise.all([
    start(runs, { args, write, end }),
    hopeless ? watch(hopeless, end) : undefined,
  ]);
  return {
    exitCode,
    complaint: reason ? `it was interrupted, because ${reason}` : complaint,
  };
}

interface Process {
  args: readonly string[];
  write: (text: string) => void;
  /** Aborted from outside to interrupt eksctl, and here when it has ended. */
  end: AbortController;
}

function start(
  { eksctl, deadline, profile }: EksctlRuns,
  { args, write, end }: Process,
): Promise<Omit<Ended, 'command'>> {
  return new Promise((resolve, reject) => {
    const child = spawn(eksctl.path, [...args, '--color=false'], {
      env: environment(profile),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const tail = new Tail();
    const show = (text: string) => {
      tail.add(text);
      write(text);
    };
    child.stdout.setEncoding('utf8').on('data', show);
    child.stderr.setEncoding('utf8').on('data', show);
    // Ctrl-C reaches eksctl from the terminal as well; it ends at the first and minds no second.
    const interrupt = () => child.kill('SIGINT');
    const reasons = [end.signal, deadline.signal].filter(
      signal => signal !== undefined,
    );
    const ending = AbortSignal.any(reasons);
    if (ending.aborted) interrupt();
    ending.addEventListener('abort', interrupt);
    const timer = setTimeout(
      interrupt,
      Math.max(0, deadline.at - Date.now()) + GRACE,
    );
    const close = () => {
      clearTimeout(timer);
      end.abort();
    };
    child.once('error', error => {
      close();
      reject(error);
    });
    child.once('close', exitCode => {
      close();
      resolve({ exitCode, complaint: tail.complaint() });
    });
  });
}

/** Ends eksctl as soon as there is a reason to, and returns it. */
async function watch(
  hopeless: () => Promise<string | undefined>,
  end: AbortController,
): Promise<string | undefined> {
  while (!end.signal.aborted) {
    await sleep(LOOK_EVERY, undefined, {
      signal: end.signal,
    }).catch(() => undefined);
    // What cannot be read just now is no reason.
    const reason = end.signal.aborted
      ? undefined
      : await hopeless().catch(() => undefined);
    if (reason) {
      end.abort();
      return reason;
    }
  }
  return undefined;
}

/** `--timeout` with what is left until the deadline, so that eksctl never gives up before or waits after. */
export function timeoutFlag({ at }: Deadline): string {
  const seconds = Math.max(1, Math.floor((at - Date.now()) / 1_000));
  return `--timeout=${seconds}s`;
}
