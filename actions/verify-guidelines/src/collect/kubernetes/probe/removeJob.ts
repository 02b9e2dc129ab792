import { oneLine } from './lastWords';
import type { ProbeApi } from './probeApi';

/**
 * Removes a Job and looks whether it is gone; it never fails.
 *
 * @returns why it is still there, where it is
 */
export async function removeJob(
  api: ProbeApi,
  place: { namespace: string; name: string },
): Promise<string | undefined> {
  const title = `Job ${place.namespace}/${place.name}`;
  try {
    if (await api.remove(place)) return undefined;
    return `${title} was deleted and is still there`;
  } catch (error) {
    return `${title} could not be removed: ${oneLine(String((error as Error).message))}`;
  }
}
