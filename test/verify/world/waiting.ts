import { setTimeout as sleep } from 'node:timers/promises';

const PAUSE_MILLISECONDS = 50;
/** Seconds by itself; a machine that runs every test at once is much slower. */
const PATIENCE_MILLISECONDS = 5 * 60_000;

/**
 * What is read as soon as it is as wanted. What the bed changes by itself takes a moment, and a reading that fails
 * meanwhile is tried again.
 *
 * @throws Error with the last value or the last failure where it never comes
 */
export async function until<T>(
  read: () => Promise<T>,
  wanted: (value: T) => boolean = () => true,
): Promise<T> {
  const deadline = Date.now() + PATIENCE_MILLISECONDS;
  for (;;) {
    const [outcome] = await Promise.allSettled([read()]);
    if (outcome.status === 'fulfilled' && wanted(outcome.value)) {
      return outcome.value;
    }
    if (Date.now() > deadline) throw tooLate(outcome);
    await sleep(PAUSE_MILLISECONDS);
  }
}

function tooLate(outcome: PromiseSettledResult<unknown>): Error {
  return outcome.status === 'rejected'
    ? new Error(`Still failing: ${String(outcome.reason)}`, {
        cause: outcome.reason,
      })
    : new Error(`Still not as wanted: ${JSON.stringify(outcome.value)}`);
}
