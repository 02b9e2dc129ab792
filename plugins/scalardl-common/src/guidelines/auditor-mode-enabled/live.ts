import {
  type ConfiguredPod,
  configuredPods,
  isMounted,
} from '../../facts/live/configuration';
import type { Properties } from '../../facts/properties';
import type { Subject } from '../../report/report';
import { combine, skipped } from '../finding';
import { liveSideCheck } from '../liveCheck';
import { EXPECTED, flagSubjects } from './flags';
import { signingKeySubject } from './signingKey';

/** Reads the properties that Ledger's pods mount, and whether each of its Deployments mounts the key too. */
export const live = liveSideCheck({
  sides: ['ledger'],
  needs: ['properties', 'productDeployments'],
  check: ({ properties, productDeployments }, { side, settings }) => {
    if (!properties) return skipped('Ledger is not deployed');
    const pods = configuredPods(productDeployments, side, { side, settings });
    return combine(
      [...flagSubjects(properties), ...keySubjects(properties, pods)],
      { none: 'no Ledger properties', expected: EXPECTED },
    );
  },
});

function keySubjects(
  properties: Properties,
  pods: readonly ConfiguredPod[],
): Subject[] {
  if (pods.length > 0) {
    return pods.map(pod =>
      signingKeySubject(properties, { at: path => isMounted(pod, path) }),
    );
  }
  // Without a Deployment nobody knows what is mounted, but a key in the properties is one.
  const subject = signingKeySubject(properties, { at: () => true });
  return subject.detail?.endsWith('is mounted')
    ? [
        {
          ...subject,
          verdict: 'unknown',
          detail:
            'no Deployment of Ledger was found, so what is mounted is not known',
        },
      ]
    : [subject];
}
