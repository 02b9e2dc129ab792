import type { Mutation } from '../mutation.ts';
import { pathsOf } from '../paths.ts';
import { rollOutContainer } from '../rollOut.ts';
import type { WorldSide } from '../../world/world.ts';

/** What holds for an own licence is not asked of a product that is paid by use. */
const PAID_BY_USE = {
  'byol-license-configured/ledger': 'skipped',
  'byol-resource-requests/ledger': 'skipped',
} as const;

export const mutations: Mutation[] = [
  {
    name: 'pods that are paid by use may take more than what is paid for',
    guideline: 'marketplace-resource-limits',
    apply: ({ ledger }) =>
      runPaid(ledger, {
        requests: { cpu: '2', memory: '4Gi' },
        limits: { cpu: '2500m', memory: '4Gi' },
      }),
    expect: { ...PAID_BY_USE, 'marketplace-resource-limits/ledger': 'fail' },
    observed: '2500m',
  },
  {
    name: 'pods that are paid by use have no limit',
    guideline: 'marketplace-resource-limits',
    apply: ({ ledger }) =>
      runPaid(ledger, { requests: { cpu: '2', memory: '4Gi' } }),
    expect: { ...PAID_BY_USE, 'marketplace-resource-limits/ledger': 'fail' },
    observed: 'limit',
  },
  {
    name: 'pods that are paid by use are limited to 4G, which is less than 4Gi',
    guideline: 'marketplace-resource-limits',
    apply: ({ ledger }) =>
      runPaid(ledger, { limits: { cpu: '2000m', memory: '4G' } }),
    expect: { ...PAID_BY_USE, 'marketplace-resource-limits/ledger': 'pass' },
    observed: '4G',
  },
];

/** From the registry of AWS Marketplace. */
function runPaid(side: WorldSide, resources: object) {
  return rollOutContainer(side, pathsOf(side.plan).product, {
    image: `709825985650.dkr.ecr.us-east-1.amazonaws.com/scalar/scalardl-${side.side}-aws-payg:3.13.0`,
    resources,
  });
}
