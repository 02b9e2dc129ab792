import { runEksctl, timeoutFlag } from '../eksctl/runEksctl';
import type { Applied, Tools } from './step';

interface EksctlCommand {
  args: readonly string[];
  /** Whether the command knows `--timeout`; not all do. */
  timeout?: boolean;
  /** Why waiting is in vain, where it is. */
  hopeless?: () => Promise<string | undefined>;
}

/** Runs eksctl for a step. What its exit code says is a complaint at most: only what is read afterwards counts. */
export async function eksctlStep(
  { runs }: Tools,
  { args, timeout = true, hopeless }: EksctlCommand,
): Promise<Applied> {
  const flags = timeout ? [timeoutFlag(runs.deadline)] : [];
  const { command, exitCode, complaint } = await runEksctl(runs, {
    args: [...args, ...flags],
    hopeless,
  });
  if (exitCode === 0) return { command };
  const code = exitCode === null ? 'a signal' : `exit code ${exitCode}`;
  return {
    command,
    complaint: `eksctl ended with ${code}: ${complaint || 'it gave no reason'}`,
  };
}
