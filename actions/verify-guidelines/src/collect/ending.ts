/** A signal that is aborted at a time, or before with another one. */
export interface Ending {
  signal: AbortSignal;
  /** Forgets the time, so that it keeps no process alive. */
  clear(): void;
}

/** What a timer takes at most, in milliseconds. */
const LONGEST_TIMER = 2 ** 31 - 1;

/** @param at - milliseconds since 1970 */
export function endAt(at: number, before: AbortSignal): Ending {
  const time = new AbortController();
  const timer = setTimeout(
    () => time.abort(),
    Math.min(Math.max(0, at - Date.now()), LONGEST_TIMER),
  );
  return {
    signal: AbortSignal.any([time.signal, before]),
    clear: () => clearTimeout(timer),
  };
}

/**
 * A signal that is aborted so many milliseconds after another one, for what has to be put in order then.
 */
export function endAfter(milliseconds: number, before: AbortSignal): Ending {
  const after = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const begin = () => {
    timer = setTimeout(() => after.abort(), milliseconds);
  };
  if (before.aborted) begin();
  else before.addEventListener('abort', begin, { once: true });
  return {
    signal: after.signal,
    clear() {
      clearTimeout(timer);
      before.removeEventListener('abort', begin);
    },
  };
}

/** The signal was aborted before the work was done. */
export class EndedError extends Error {
  name = 'EndedError';
}

/**
 * Waits for the work, but not past the signal.
 *
 * @throws EndedError
 */
export function abortable<T>(
  work: Promise<T>,
  signal: AbortSignal,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const end = () => reject(new EndedError('It ended before.'));
    if (signal.aborted) end();
    signal.addEventListener('abort', end, { once: true });
    work
      .then(resolve, reject)
      .finally(() => signal.removeEventListener('abort', end));
  });
}
