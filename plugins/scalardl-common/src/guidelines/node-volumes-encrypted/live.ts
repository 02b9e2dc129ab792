import type { LiveInstance, LiveVolume } from '../../facts/live';
import { isRunning } from '../../facts/live/capacity';
import type { Subject } from '../../report/report';
import { combine } from '../finding';
import { liveSideCheck } from '../liveCheck';
import { unseenMachines } from '../unseenMachines';

/** Judges every volume of every machine; a machine of Bottlerocket has two. */
export const live = liveSideCheck({
  needs: ['instances', 'volumes'],
  check: ({ instances, volumes }, { given }) =>
    combine(
      [
        ...instances
          .filter(isRunning)
          .flatMap(instance => volumeSubjects(instance, volumes)),
        ...unseenMachines(instances, given.nodes),
      ],
      {
        none: 'the cluster has no EC2 machines of its own',
        expected: 'every volume encrypted',
      },
    ),
});

function volumeSubjects(
  { id, managed, volumeIds }: LiveInstance,
  volumes: readonly LiveVolume[],
): Subject[] {
  if (managed) {
    const detail = `${id} is managed by EKS Auto Mode, which encrypts its volumes`;
    return [{ id, verdict: 'skipped', detail }];
  }
  if (volumeIds.length === 0) {
    const detail = `EC2 shows no volume of ${id}`;
    return [{ id, verdict: 'unknown', detail }];
  }
  return volumeIds.map(volumeId => {
    const volume = volumes.find(candidate => candidate.id === volumeId);
    if (!volume) {
      const detail = `EC2 shows no volume ${volumeId}, which ${id} has`;
      return { id: volumeId, verdict: 'unknown', detail };
    }
    const { encrypted } = volume;
    return {
      id: volumeId,
      verdict: encrypted ? 'pass' : 'fail',
      detail: `${volumeId} of ${id} is ${encrypted ? '' : 'not '}encrypted`,
    };
  });
}
