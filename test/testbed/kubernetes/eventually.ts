import { setTimeout as pause } from 'node:timers/promises';

const ATTEMPTS = 150;
const PAUSE_MILLISECONDS = 200;

/** Repeats the expectation until it holds; fails with its last error after half a minute. */
export async function eventually<Value>(
  expectation: () => Promise<Value>,
): Promise<Value> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await expectation();
    } catch (error) {
      if (attempt === ATTEMPTS) throw error;
      await pause(PAUSE_MILLISECONDS);
    }
  }
}
