import { TITLES, deploymentsOf, liveSpread } from '../../facts/live/product';
import { verdictOf } from '../certainty';
import { combine } from '../finding';
import { liveSideCheck } from '../liveCheck';

const HOSTNAME = 'kubernetes.io/hostname';

/** Judges the rule by which the scheduler places the next pods. */
export const live = liveSideCheck({
  needs: ['productDeployments'],
  check: ({ productDeployments }, { side, settings }) =>
    combine(
      deploymentsOf(productDeployments, side, { side, settings }).map(
        workload => {
          const { answer, detail } = liveSpread(workload, HOSTNAME);
          return {
            id: workload.deployment,
            verdict: verdictOf(answer),
            detail: `${workload.deployment}: ${detail}`,
          };
        },
      ),
      {
        none: `no Deployment of ${TITLES[side]} was found`,
        expected: `pods apart by ${HOSTNAME}`,
      },
    ),
});
