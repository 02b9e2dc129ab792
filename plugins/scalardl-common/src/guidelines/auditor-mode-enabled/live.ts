import {
  type ConfiguredPod,
  configuredPods,
  isMounted,
} from '../../facts/live/configuration';
import { certain } from '../../facts/kubernetes/certainty';
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
  // Without a Deployment nobody knows what is mounted, but a key in the properties is one.
  if (pods.length === 0) {
    return [signingKeySubject(properties, { at: () => 'unknown' })];
  }
  return pods.map(pod =>
    signingKeySubject(properties, {
      at: path => certain(isMounted(pod, path)),
    }),
  );
}
