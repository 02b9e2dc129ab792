import type { SideLiveFacts } from '../../facts/live';
import { prometheusesOf } from '../../facts/live/monitoring';
import { allDeploymentsOf } from '../../facts/live/product';
import { imageRepository } from '../../facts/workloads/imageRepository';
import { combine, fail, skipped, unknown } from '../finding';
import type { Finding } from '../guideline';
import { liveSideCheck } from '../liveCheck';
import { workloadId } from '../workloadId';
import { ADDON, judgeAddon } from './judgeAddon';
import { prometheusSubjects } from './judgePrometheus';

const EXPECTED = `monitors and alerts that a Prometheus reads, or the ${ADDON} add-on`;

/** Where a Prometheus of the operator is, its selectors decide; the add-on counts where there is none. */
export const live = liveSideCheck({
  needs: ['monitors', 'productDeployments'],
  check: (
    { monitors, productDeployments },
    { side, settings, given },
  ): Finding => {
    const workloads = allDeploymentsOf(productDeployments, { side, settings });
    if (workloads.length === 0) return skipped('the product is not deployed');
    const prometheuses = prometheusesOf(monitors);
    if (prometheuses.length === 0) return withoutOperator(given);
    const { services, namespaces } = given;
    const observed = { prometheuses, monitors, services, namespaces };
    return combine(
      workloads.flatMap(workload => prometheusSubjects(workload, observed)),
      { none: 'no workloads', expected: EXPECTED },
    );
  },
});

function withoutOperator(given: SideLiveFacts): Finding {
  const { addons, workloads } = given;
  const addon = addons.ok && addons.value.find(({ name }) => name === ADDON);
  if (addon) return judgeAddon(addon, EXPECTED, given);
  for (const fact of [addons, workloads]) {
    if (!fact.ok) return unknown(fact.reason, { expected: EXPECTED });
  }
  const own = (workloads.ok ? workloads.value : []).filter(({ images }) =>
    images.some(image => imageRepository(image).endsWith('/prometheus')),
  );
  return own.length > 0
    ? unknown(
        `what ${own.map(workloadId).join(', ')} reads is told by a configuration of its own, which is not read`,
        { expected: EXPECTED },
      )
    : fail({
        expected: EXPECTED,
        observed: `no Prometheus, and no add-on ${ADDON}`,
      });
}
