import type { LiveInstance } from '../../facts/live';
import { isRunning } from '../../facts/live/capacity';
import type { Subject } from '../../report/report';
import { combine } from '../finding';
import { liveSideCheck } from '../liveCheck';
import { unseenMachines } from '../unseenMachines';

/** Judges every machine of the cluster: a node group's launch template binds only machines that are new. */
export const live = liveSideCheck({
  needs: ['instances'],
  check: ({ instances }, { given }) =>
    combine(
      [
        ...instances.filter(isRunning).map(instanceSubject),
        ...unseenMachines(instances, given.nodes),
      ],
      {
        none: 'the cluster has no EC2 machines of its own',
        expected: 'HttpTokens required, or the metadata service switched off',
      },
    ),
});

function instanceSubject(instance: LiveInstance): Subject {
  const { id, metadataTokens, metadataEndpoint, managed } = instance;
  if (managed) {
    return {
      id,
      verdict: 'skipped',
      detail: `${id} is managed by EKS Auto Mode`,
    };
  }
  if (metadataEndpoint === 'disabled') {
    return {
      id,
      verdict: 'pass',
      detail: `the metadata service of ${id} is switched off`,
    };
  }
  if (metadataTokens === undefined) {
    const detail = `EC2 did not tell whether ${id} requires tokens`;
    return { id, verdict: 'unknown', detail };
  }
  return {
    id,
    verdict: metadataTokens === 'required' ? 'pass' : 'fail',
    detail: `tokens of ${id} are ${metadataTokens}`,
  };
}
