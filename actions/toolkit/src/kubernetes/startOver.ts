import { setTimeout as wait } from 'node:timers/promises';
import { fullJitter } from '../deadline';
import { type Again, KubernetesError } from './kubernetesError';

const ATTEMPTS = 4;

/** However long the API asks to wait: a run of seconds does not sleep for minutes. */
const LONGEST_WAIT = 10_000;

/**
 * Does the work again where its error says that this may help, with pauses that grow, until the signal is aborted.
 */
export async function startOver<T>(
  again: Again,
  work: () => Promise<T>,
  signal: AbortSignal,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      const isLast = attempt === ATTEMPTS || signal.aborted;
      if (isLast || !isPassing(error, again)) throw error;
      const asked = Math.min(error.wait ?? 0, LONGEST_WAIT);
      const pause = asked + fullJitter(attempt);
      await wait(pause, undefined, { signal }).catch(() => {
        throw error;
      });
    }
  }
}

function isPassing(error: unknown, again: Again): error is KubernetesError {
  return error instanceof KubernetesError && error.again === again;
}
