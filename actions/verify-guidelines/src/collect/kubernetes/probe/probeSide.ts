import type {
  KubernetesJson,
  LiveProbes,
  ProbePlan,
  Side,
} from '@scalardl-on-eks/plugin-scalardl-common';
import { productPlace } from './productPlace';
import { probeJob } from './probeJob';
import { removeLeftovers } from './leftovers';
import { type RunOptions, runJob } from './runJob';
import { oneLine } from './lastWords';

/** What a side is to ask of the other, and what its own pods are made of. */
export interface SideProbe {
  side: Side;
  plan: ProbePlan;
  /** Those of the side itself. */
  productDeployments: readonly KubernetesJson[];
}

/**
 * Asks the other side from a Job in the cluster of a side.
 *
 * @throws KubernetesError where the Job is refused, CancelledError where the run ends before
 */
export async function probeSide(
  { side, plan, productDeployments }: SideProbe,
  options: RunOptions,
): Promise<LiveProbes> {
  const { calls, ends, ranges } = plan;
  if (calls.length === 0) return { ranges, probes: [], ends };
  const other = side === 'ledger' ? 'auditor' : 'ledger';
  const place = productPlace(side, productDeployments);
  const { namespace } = place;
  const failures = await removeLeftovers(options.api, namespace);
  const job = probeJob(other, { place, calls });
  const ran = await runJob(job, options);
  const left = [...failures, ...(ran.left ? [ran.left] : [])].join('; ');
  return {
    pod: { namespace, labels: job.labels },
    ranges,
    ends,
    probes: job.containers.map(({ name: _, ...told }, index) => {
      const { exitCode, message = '' } = ran.ends[index] ?? {};
      return { ...told, exitCode, message: oneLine(message) };
    }),
    ...(left && { left }),
  };
}
