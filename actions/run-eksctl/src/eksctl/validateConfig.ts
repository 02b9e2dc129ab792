import { execFile } from 'node:child_process';
import { InputError } from '@scalardl-on-eks/action-toolkit';
import type { Eksctl } from './eksctl';
import { environment } from './environment';

interface Validation {
  eksctl: Eksctl;
  /** Path of the file as it was given, for the message. */
  path: string;
  /** Path of the file that eksctl reads. */
  file: string;
  profile?: string;
  signal: AbortSignal;
}

const MINUTES = 5;
const MOST_OUTPUT = 16 * 1024 * 1024;

/**
 * Lets eksctl judge the file as `create cluster` would, by its dry run: unknown keys, wrong values and
 * combinations, and what AWS offers in the zones. It reads and writes nothing
 * (https://docs.aws.amazon.com/eks/latest/eksctl/dry-run.html).
 *
 * @throws InputError with what eksctl says
 */
export async function validateConfig(validation: Validation): Promise<void> {
  const complaint = await dryRun(validation);
  if (complaint === undefined) return;
  const { eksctl, path, file } = validation;
  throw new InputError([
    `cluster-config: expected a file that eksctl ${eksctl.version} accepts, received ${path}, of which it says: ${complaint.replaceAll(file, path)}`,
  ]);
}

function dryRun({
  eksctl,
  file,
  profile,
  signal,
}: Validation): Promise<string | undefined> {
  const args = ['create', 'cluster', '--dry-run', '-f', file, '--color=false'];
  const options = {
    env: environment(profile),
    timeout: MINUTES * 60_000,
    maxBuffer: MOST_OUTPUT,
    signal,
  };
  return new Promise(resolve => {
    execFile(eksctl.path, args, options, (error, stdout, stderr) =>
      resolve(
        error
          ? (lastError(`${stdout}\n${stderr}`) ?? error.message)
          : undefined,
      ),
    );
  });
}

function lastError(text: string): string | undefined {
  return text
    .split('\n')
    .map(line => /^Error: (.+)$/.exec(line.trim())?.[1])
    .findLast(Boolean);
}
