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

const MOST = { cpu: 2000, memory: 4096 } as const;
const PARSE = { cpu: parseMillicores, memory: parseMebibytes } as const;

type ResourceName = keyof typeof MOST;

/** https://scalardl.scalar-labs.com/docs/latest/helm-charts/configure-custom-values-scalardl-ledger/ */
export const marketplaceResourceLimits: Guideline = {
  id: 'marketplace-resource-limits',
  level: 'requirement',
  title: 'A Marketplace pod is limited to 2 CPU and 4 GiB',
  source: source('helmCharts', 'Resource configurations'),
  pass: 'No pod of the product may use more than 2 CPU and 4 GiB.',
  fail: 'Pods paid through AWS Marketplace stop when they may use more than 2 CPU or 4 GiB.',
  remedy: 'Set <side>.resources.limits to cpu "2" and memory 4Gi at most.',
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
      if (licensing !== 'awsMarketplace')
        return skipped('the product runs with an own licence key');
      return combine(
        (['cpu', 'memory'] as const).map(name => limitSubject(workload, name)),
        { none: 'no resources', expected: 'limits of cpu 2 and memory 4Gi' },
      );
    },
  }),
  live,
};

function limitSubject(workload: Workload, name: ResourceName): Subject {
  const value = workload.get('resources', 'limits', name);
  const id = `resources.limits.${name}`;
  const location = workload.locate('resources', 'limits', name);
  if (value === undefined || value === null)
    return { id, verdict: 'fail', detail: `${id} is not set`, location };
  const amount = PARSE[name](value);
  if (amount === undefined) {
    const detail = `${String(value)} is not a quantity`;
    return { id, verdict: 'fail', detail, location };
  }
  return {
    id,
    verdict: amount <= MOST[name] ? 'pass' : 'fail',
    detail: `${id} is ${String(value)}`,
    location,
  };
}
