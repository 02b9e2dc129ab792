import { setTimeout as sleep } from 'node:timers/promises';

const POLL_MILLISECONDS = 20;
/** A control plane starts in three seconds; a machine that runs every test at once is slower. */
const DEADLINE_MILLISECONDS = 50_000;

/** What is read as soon as it is as wanted; what the bed changes by itself takes a moment. */
export async function eventually<T>(
  read: () => Promise<T>,
  wanted: (value: T) => boolean,
): Promise<T> {
  const deadline = Date.now() + DEADLINE_MILLISECONDS;
  for (;;) {
    const value = await read();
    if (wanted(value)) return value;
    if (Date.now() > deadline) {
      throw new Error(`Still not as wanted: ${JSON.stringify(value)}`);
    }
    await sleep(POLL_MILLISECONDS);
  }
}
