import {
  type LicensedContainer,
  TITLES,
  licensedContainers,
} from '../../facts/live/product';
import {
  parseMebibytes,
  parseMillicores,
} from '../../facts/kubernetes/quantity';
import type { Subject } from '../../report/report';
import { combine, skipped } from '../finding';
import { liveSideCheck } from '../liveCheck';

const MOST = { cpu: 2000, memory: 4096 } as const;
const PARSE = { cpu: parseMillicores, memory: parseMebibytes } as const;

/** Judges the pods themselves: a LimitRange or a resize changes them, but not their Deployment. */
export const live = liveSideCheck({
  needs: ['productPods'],
  check: ({ productPods }, { side, settings }) => {
    const containers = licensedContainers(productPods, { side, settings });
    const others = containers.filter(({ licensing }) => licensing === 'byol');
    if (others.length > 0 && others.length === containers.length)
      return skipped('the product runs with an own licence key');
    return combine(
      containers
        .filter(container => !others.includes(container))
        .flatMap(containerSubjects),
      {
        none: `no ${TITLES[side]} pod was found`,
        expected: 'limits of cpu 2 and memory 4Gi',
      },
    );
  },
});

function containerSubjects({
  pod,
  container,
  licensing,
}: LicensedContainer): Subject[] {
  if (!licensing) {
    const detail = `neither the image ${container.image} nor the settings tell the licence`;
    return [{ id: pod.name, verdict: 'unknown', detail }];
  }
  return (['cpu', 'memory'] as const).map(name => {
    const value = container.limits[name];
    const amount = PARSE[name](value);
    return {
      id: `${pod.name} ${name}`,
      verdict: amount !== undefined && amount <= MOST[name] ? 'pass' : 'fail',
      detail:
        value === undefined
          ? `${pod.name} has no limit of ${name}`
          : `${pod.name} is limited to ${name} ${value}`,
    };
  });
}
