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

const LEAST = { cpu: 2000, memory: 4096 } as const;
const PARSE = { cpu: parseMillicores, memory: parseMebibytes } as const;

/** Judges the pods themselves: a LimitRange or a resize changes them, but not their Deployment. */
export const live = liveSideCheck({
  needs: ['productPods'],
  check: ({ productPods }, { side, settings }) => {
    const containers = licensedContainers(productPods, { side, settings });
    const others = containers.filter(
      ({ licensing }) => licensing === 'awsMarketplace',
    );
    if (others.length > 0 && others.length === containers.length)
      return skipped('the product is paid through AWS Marketplace');
    return combine(
      containers
        .filter(container => !others.includes(container))
        .flatMap(containerSubjects),
      {
        none: `no ${TITLES[side]} pod was found`,
        expected: 'requests of cpu 2 and memory 4Gi',
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
    // Kubernetes takes the limit for the request where only the limit is written.
    const value = container.requests[name] ?? container.limits[name];
    const amount = PARSE[name](value);
    return {
      id: `${pod.name} ${name}`,
      verdict: amount !== undefined && amount >= LEAST[name] ? 'pass' : 'fail',
      detail:
        value === undefined
          ? `${pod.name} requests no ${name}`
          : `${pod.name} requests ${name} ${value}`,
    };
  });
}
