import type { LiveContext } from './liveCheck';

export const MINUTE = 60_000;
export const DAY = 24 * 60 * MINUTE;

/**
 * Milliseconds from a time to the judgement. Where only its day is known that is the end of the day, so what
 * happened on it is at most a day old.
 *
 * @param time - ISO 8601
 */
export function elapsedSince(
  time: string,
  { now, today }: Pick<LiveContext, 'now' | 'today'>,
): number {
  return Date.parse(now ?? `${today}T23:59:59.999Z`) - Date.parse(time);
}
