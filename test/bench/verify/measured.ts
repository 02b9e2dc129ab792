import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { requirePython } from '../../tools/pythonRuntime';

/** What one process cost. */
export interface Measured {
  /** From start to end. */
  seconds: number;
  /** Most memory that it held, as the operating system counts it. */
  mebibytes: number;
  exitCode: number;
  output: string;
}

export interface Command {
  command: readonly string[];
  env: Record<string, string>;
  directory: string;
}

/** Only the parent of a process is told its peak; Node does not pass it on, Python does. */
const WATCH = `
import json, resource, subprocess, sys, time
before = time.monotonic()
run = subprocess.run(sys.argv[1:], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
seconds = time.monotonic() - before
peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
print(json.dumps({
    "seconds": seconds,
    "mebibytes": peak / (1024 * 1024 if sys.platform == "darwin" else 1024),
    "exitCode": run.returncode,
    "output": run.stdout,
}))
`;

const LONGEST_OUTPUT = 256 * 1024 * 1024;

/** Runs a command alone, and with nothing of this machine's environment. */
export async function measured({
  command,
  env,
  directory,
}: Command): Promise<Measured> {
  const { stdout } = await promisify(execFile)(
    requirePython(),
    ['-c', WATCH, ...command],
    {
      cwd: directory,
      env: { PATH: process.env.PATH, HOME: directory, ...env },
      maxBuffer: LONGEST_OUTPUT,
    },
  );
  return JSON.parse(stdout) as Measured;
}
