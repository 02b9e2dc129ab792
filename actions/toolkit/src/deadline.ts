/** Until when an action may work, and whether somebody cancelled it before. */
export interface Deadline {
  /** Milliseconds since 1970. */
  at: number;
  /** How it was set, for a message: `timeout: 60 minutes`. */
  setBy: string;
  /** Aborted when the run is cancelled. */
  signal?: AbortSignal;
}

/** The deadline has passed. The message says what was waited for, what was last seen and which input moves it. */
export class DeadlineError extends Error {
  name = 'DeadlineError';
}

/** Somebody cancelled the run. */
export class CancelledError extends Error {
  name = 'CancelledError';
}

/** Longest pause between two attempts, in milliseconds. */
const LONGEST_PAUSE = 20_000;

/**
 * A random pause below an exponentially growing bound, so that runs which were throttled together do not
 * return together (https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/, “full jitter”).
 *
 * @param attempt - attempts so far, from 1
 * @param base - bound of the first pause, in milliseconds
 */
export function fullJitter(attempt: number, base = 200): number {
  return Math.random() * Math.min(LONGEST_PAUSE, base * 2 ** (attempt - 1));
}

/**
 * Waits, unless the deadline comes or the run is cancelled first.
 *
 * @param waitingFor - ends the sentence “the time is over while waiting for …”
 * @throws DeadlineError, CancelledError
 */
export async function pause(
  milliseconds: number,
  deadline: Deadline,
  waitingFor: string,
): Promise<void> {
  const { at, setBy, signal } = deadline;
  throwIfCancelled(deadline);
  const left = at - Date.now();
  if (left <= 0) {
    throw new DeadlineError(
      `The time is over (${setBy}) while waiting for ${waitingFor}.`,
    );
  }
  await new Promise<void>(resolve => {
    const wait = new AbortController();
    const finish = () => {
      wait.abort();
      resolve();
    };
    const timer = setTimeout(finish, Math.min(milliseconds, left));
    wait.signal.addEventListener('abort', () => clearTimeout(timer));
    signal?.addEventListener('abort', finish, { signal: wait.signal });
  });
  throwIfCancelled(deadline);
}

export function throwIfCancelled({ signal }: Deadline): void {
  if (signal?.aborted) throw new CancelledError('The run was cancelled.');
}

/** One look at something that changes by itself. */
export type Look<T> =
  | { done: true; value: T }
  /** `seen` tells a person what is there instead: “status is provisioning”. */
  | { done: false; seen: string };

/**
 * Looks until the thing is as wanted, with pauses that grow.
 *
 * @throws DeadlineError with what was seen last, CancelledError, and whatever `look` throws
 */
export async function waitFor<T>(
  what: string,
  look: () => Promise<Look<T>>,
  {
    deadline,
    base = 500,
    longest = LONGEST_PAUSE,
  }: { deadline: Deadline; base?: number; longest?: number },
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    const seen = await look();
    if (seen.done) return seen.value;
    // Never shorter than half the bound: a wait of minutes must not become hundreds of calls.
    const bound = Math.min(longest, base * 2 ** (attempt - 1));
    const milliseconds = bound / 2 + (Math.random() * bound) / 2;
    await pause(milliseconds, deadline, `${what}; ${seen.seen}`);
  }
}
