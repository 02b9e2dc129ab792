import {
  type Deadline,
  pause,
  throwIfCancelled,
} from '@scalardl-on-eks/action-toolkit';
import { KubernetesError } from '@scalardl-on-eks/action-toolkit/kubernetes';
import type { ProbeApi } from './probeApi';
import { type End, endOf } from './probeEnds';
import type { ProbeJob } from './probeJob';
import { removeJob } from './removeJob';

/** What became of a Job. */
export interface Ran {
  /** One for each container, in their order. */
  ends: Pick<End, 'exitCode' | 'message'>[];
  /** Why it is still there, where it is. */
  left?: string;
}

export interface RunOptions {
  api: ProbeApi;
  /** End of the run, which is told by its signal too. */
  deadline: Deadline;
  /** Milliseconds that the Job may take. */
  wait: number;
}

const PAUSE_MILLISECONDS = 500;

/**
 * Starts the Job, waits for the ends of its containers, and removes it whatever happens.
 *
 * @throws KubernetesError where it is refused, CancelledError where the run ends before
 */
export async function runJob(
  job: ProbeJob,
  { api, deadline, wait }: RunOptions,
): Promise<Ran> {
  await create(job, api);
  let left: string | undefined;
  let ends: End[];
  try {
    ends = await waitForEnds(job, { api, deadline, wait });
  } finally {
    left = await removeJob(api, job);
  }
  return { ends, left };
}

/** Whatever is not refused may have been made. */
async function create(job: ProbeJob, api: ProbeApi): Promise<void> {
  try {
    await api.create(job.manifest, job);
  } catch (error) {
    const status = error instanceof KubernetesError ? error.status : undefined;
    const isRefused = status !== undefined && status < 500;
    if (!isRefused) await removeJob(api, job);
    throw error;
  }
}

async function waitForEnds(
  job: ProbeJob,
  { api, deadline, wait }: RunOptions,
): Promise<End[]> {
  const end = Date.now() + wait;
  for (;;) {
    throwIfCancelled(deadline);
    const pod = await api.podOf(job);
    const ends = job.containers.map(container => endOf(container, pod));
    if (ends.every(({ final }) => final)) return ends;
    if (Date.now() > end) {
      const refusal = pod ? undefined : await api.refusalOf(job);
      return ends.map(one => late(one, { wait, refusal }));
    }
    await pause(PAUSE_MILLISECONDS, deadline, 'the probe');
  }
}

function late(
  end: End,
  { wait, refusal }: { wait: number; refusal: string | undefined },
): End {
  if (end.final) return end;
  const seconds = Math.round(wait / 1_000);
  const why = [end.message, refusal].filter(Boolean).join(': ');
  return { ...end, message: `after ${seconds} seconds ${why}` };
}
