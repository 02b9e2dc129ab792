import {
  parseMebibytes,
  parseMillicores,
} from '../../facts/kubernetes/quantity';
import { licensingOf } from '../../facts/release/licensing';
import { releaseOf } from '../../facts/release/release';
import { type Workload, productWorkload } from '../../facts/release/workload';
import type { Subject } from '../../report/report';
import { combine, skipped, unknown } from '../finding';
import { type Guideline, sideCheck } from '../guideline';
import { source } from '../sources';
import { live } from './live';

const LEAST = { cpu: 2000, memory: 4096 } as const;
const PARSE = { cpu: parseMillicores, memory: parseMebibytes } as const;

type ResourceName = keyof typeof LEAST;

/** https://scalardl.scalar-labs.com/docs/latest/helm-charts/configure-custom-values-scalardl-ledger/ */
export const byolResourceRequests: Guideline = {
  id: 'byol-resource-requests',
  level: 'recommendation',
  title: 'A pod with an own licence asks for 2 CPU and 4 GiB',
  source: source('helmCharts', 'Resource configurations'),
  pass: 'Every pod of the product is sure of at least 2 CPU and 4 GiB.',
  fail: 'A pod of the product may get less than 2 CPU and 4 GiB.',
  remedy: 'Set <side>.resources.requests to cpu "2" and memory 4Gi or more.',
  plan: sideCheck({
    needs: ['product'],
    needsShared: ['environment'],
    check: ({ product, environment }, { side }) => {
      const release = releaseOf(environment, side);
      const workload = productWorkload(product, { side, release });
      const licensing = licensingOf(workload, environment);
      if (!licensing) {
        return unknown(
          'neither the image nor scalardl.yaml tells the licence',
          {
            location: workload.locate('image', 'repository'),
          },
        );
      }
      if (licensing !== 'byol')
        return skipped('the product is paid through AWS Marketplace');
      return combine(
        (['cpu', 'memory'] as const).map(name =>
          requestSubject(workload, name),
        ),
        { none: 'no resources', expected: 'requests of cpu 2 and memory 4Gi' },
      );
    },
  }),
  live,
};

function requestSubject(workload: Workload, name: ResourceName): Subject {
  const request = workload.get('resources', 'requests', name);
  // Kubernetes takes the limit for the request where only the limit is written.
  const [kind, value] =
    request === undefined || request === null
      ? (['limits', workload.get('resources', 'limits', name)] as const)
      : (['requests', request] as const);
  const id = `resources.requests.${name}`;
  const location = workload.locate('resources', kind, name);
  if (value === undefined || value === null)
    return { id, verdict: 'fail', detail: `${id} is not set`, location };
  const amount = PARSE[name](value);
  if (amount === undefined) {
    const detail = `${String(value)} is not a quantity`;
    return { id, verdict: 'fail', detail, location };
  }
  return {
    id,
    verdict: amount >= LEAST[name] ? 'pass' : 'fail',
    detail: `resources.${kind}.${name} is ${String(value)}`,
    location,
  };
}
