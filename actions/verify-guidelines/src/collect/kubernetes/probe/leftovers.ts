import type { FoundJob, ProbeApi } from './probeApi';
import { NAME_PREFIX } from './probeJob';
import { removeJob } from './removeJob';

/** Seconds in which whoever started a Job may still be looking at it. */
const GRACE_SECONDS = 30;

/**
 * Removes what runs left that were killed: Jobs that are over for a while, or older than they may become. What belongs
 * to a run that goes on stays.
 *
 * @returns why some could not be removed
 */
export async function removeLeftovers(
  api: ProbeApi,
  namespace: string,
): Promise<string[]> {
  const found = await api.probesIn(namespace);
  const left = found.filter(job => isLeft(job, Date.now()));
  const failures = left.map(({ metadata: { name } }) =>
    removeJob(api, { namespace, name }),
  );
  return (await Promise.all(failures)).flatMap(failure => failure ?? []);
}

/** @param now - milliseconds since 1970 */
export function isLeft(
  { metadata, spec, status }: FoundJob,
  now: number,
): boolean {
  if (!metadata.name.startsWith(NAME_PREFIX)) return false;
  const over = (status?.conditions ?? []).find(
    ({ type, status: state }) =>
      ['Complete', 'Failed'].includes(type) && state === 'True',
  );
  const lifetime = over ? 0 : (spec?.activeDeadlineSeconds ?? 0);
  const since = over?.lastTransitionTime ?? metadata.creationTimestamp ?? '';
  return Date.parse(since) + 1_000 * (lifetime + GRACE_SECONDS) < now;
}
