import { execFile } from 'node:child_process';
import {
  type Deadline,
  InputError,
  throwIfCancelled,
} from '@scalardl-on-eks/action-toolkit';
import { endedAtTheDoor, throughTheDoor } from './atTheDoor';
import type { Eksctl } from './eksctl';
import { environment } from './environment';

interface Validation {
  eksctl: Eksctl;
  /** Path of the file as it was given, for the message. */
  path: string;
  /** Path of the file that eksctl reads. */
  file: string;
  profile?: string;
  deadline: Deadline;
  /** Aborted where nobody needs the answer any more. */
  signal: AbortSignal;
}

const MINUTES = 5;
const MOST_OUTPUT = 16 * 1024 * 1024;

/**
 * Lets eksctl judge the file as `create cluster` would, by its dry run: unknown keys, wrong values and
 * combinations, and what AWS offers in the zones. It reads and writes nothing
 * (https://docs.aws.amazon.com/eks/latest/eksctl/dry-run.html).
 *
 * @throws InputError with what eksctl says, Error where it could not ask AWS who it is
 */
export async function validateConfig(validation: Validation): Promise<void> {
  const { eksctl, path, file, deadline, signal } = validation;
  const { complaint } = await throughTheDoor(() => dryRun(validation), {
    ...deadline,
    signal: AbortSignal.any([signal, deadline.signal ?? signal]),
  });
  if (complaint === undefined) return;
  throwIfCancelled(deadline);
  if (endedAtTheDoor(complaint)) {
    throw new Error(
      `Expected eksctl to learn from AWS STS who it is, received: ${complaint}. Nothing was changed; run it again.`,
    );
  }
  throw new InputError([
    `cluster-config: expected a file that eksctl ${eksctl.version} accepts, received ${path}, of which it says: ${complaint.replaceAll(file, path)}`,
  ]);
}

function dryRun({
  eksctl,
  file,
  profile,
  signal,
}: Validation): Promise<{ complaint?: string }> {
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
          ? { complaint: lastError(`${stdout}\n${stderr}`) ?? error.message }
          : {},
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
