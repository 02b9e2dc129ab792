import type { WorkloadClass } from '../../facts/live';
import {
  CHART_NAMES,
  COMPONENT_LABEL,
  NAME_LABEL,
} from '../../facts/live/product';
import { imageOrigin } from '../../facts/workloads/imageOrigin';
import type { Side, Subject } from '../../report/report';
import { combine } from '../finding';
import { liveSideCheck } from '../liveCheck';
import { workloadId } from '../workloadId';

const OTHER: Readonly<Record<Side, Side>> = {
  ledger: 'auditor',
  auditor: 'ledger',
};

/** Looks for the other product by its images, from whatever registry, and by its labels. */
export const live = liveSideCheck({
  needs: ['workloads'],
  check: ({ workloads }, { side }) =>
    combine(
      workloads.flatMap(workload => productSubjects(workload, side)),
      {
        none: 'neither Ledger nor Auditor runs in the cluster',
        expected: `only ${side}`,
      },
    ),
});

function productSubjects(workload: WorkloadClass, side: Side): Subject[] {
  const id = workloadId(workload);
  const other = signOf(workload, OTHER[side]);
  if (other) return [{ id, verdict: 'fail', detail: `${id} ${other}` }];
  const own = signOf(workload, side);
  return own ? [{ id, verdict: 'pass', detail: `${id} ${own}` }] : [];
}

/** By what the workload is known as a part of that side's product; `undefined` where it is none. */
function signOf(
  { images, labels }: WorkloadClass,
  side: Side,
): string | undefined {
  const image = images.find(candidate => {
    const origin = imageOrigin(candidate);
    return origin.kind === 'product' && origin.side === side;
  });
  if (image) return `runs ${image}`;
  const label = [
    [COMPONENT_LABEL, side],
    [NAME_LABEL, CHART_NAMES[side]],
  ].find(([key = '', value]) => labels[key] === value);
  return label && `has the label ${label.join(': ')}`;
}
