import { type ChildProcess, spawn } from 'node:child_process';
import { PortalError } from './portalError';

/** How long a program may take to end by itself before it is killed. */
const GRACE_MILLISECONDS = 8_000;

/** The newest lines that are kept to explain a failure. */
const KEPT_CHARACTERS = 20_000;

export interface ProgramOptions {
  title: string;
  command: readonly [string, ...string[]];
  cwd: string;
  env: NodeJS.ProcessEnv;
  /** Called with every piece of output. */
  onOutput?: (text: string) => void;
}

/** One running part of the portal, with everything that it started. */
export interface ChildProgram {
  /** Rejects with the program's output when it ends before it is told to; never resolves. */
  failed: Promise<never>;
  /** Ends the program and everything that it started; resolves when it is gone. */
  stop(): Promise<void>;
}

/** Starts a program in a process group of its own, so that stopping it leaves no orphan. */
export function startProgram(options: ProgramOptions): ChildProgram {
  const { title, command, cwd, env, onOutput } = options;
  const [file, ...args] = command;
  const child = spawn(file, args, {
    cwd,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
  });
  let output = '';
  let stopping = false;
  const keep = (text: string) => {
    output = (output + text).slice(-KEPT_CHARACTERS);
    onOutput?.(text);
  };
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', keep);
  }
  const ended = new Promise<string>(resolve => {
    child.once('error', error => resolve(error.message));
    child.once('close', (code, signal) =>
      resolve(signal ? `signal ${signal}` : `exit code ${code}`),
    );
  });
  const failed = new Promise<never>((_, reject) => {
    void ended.then(how => {
      if (stopping) return;
      reject(new PortalError(`${title} ended with ${how}.\n${output}`));
    });
  });
  // Whoever awaits it sees the rejection; nobody has to.
  failed.catch(() => {});
  return {
    failed,
    async stop() {
      stopping = true;
      signalGroup(child, 'SIGTERM');
      const timer = setTimeout(
        () => signalGroup(child, 'SIGKILL'),
        GRACE_MILLISECONDS,
      );
      await ended;
      clearTimeout(timer);
      // What the program started may outlive it.
      signalGroup(child, 'SIGKILL');
    },
  };
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    if (process.platform === 'win32') child.kill(signal);
    else process.kill(-child.pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
