import { listOf, recordOf, textOf } from '../../plain/plain';
import type { ConfiguredPod } from './configuredPods';

/** Volumes that hold nothing when a pod starts. */
const EMPTY = 'emptyDir';

/**
 * Whether something is mounted under the path of a file: a mount whose volume the pod declares, and which does not
 * begin empty.
 */
export function isMounted(
  { pod, container }: ConfiguredPod,
  path: string,
): boolean {
  const volumes = listOf(pod.volumes)
    .map(recordOf)
    .filter(volume => !(EMPTY in volume))
    .map(({ name }) => name);
  return listOf(container.volumeMounts)
    .map(recordOf)
    .filter(({ name }) => volumes.includes(name))
    .map(({ mountPath }) => textOf(mountPath) ?? '')
    .some(mount => holds(mount, path));
}

/** Whether the path is that of the mount, or of something below it. */
export function holds(mount: string, path: string): boolean {
  return path === mount || path.startsWith(`${mount.replace(/\/$/, '')}/`);
}
