import type { Mutation } from '../mutation.ts';
import type { Verdicts } from '../judge/verdicts.ts';
import { unchanged } from '../unchanged.ts';

/** Nothing lies between the two sides, and the Auditor is nowhere. */
const NOTHING_TO_JUDGE: Verdicts = {
  'auditor-points-at-ledger/pair': 'skipped',
  'byol-license-configured/auditor': 'skipped',
  'byol-resource-requests/auditor': 'skipped',
  'cluster-autoscaler-under-pod-autoscaling/auditor': 'skipped',
  'credentials-from-secrets/auditor': 'skipped',
  'database-backups-retained/auditor': 'skipped',
  'databases-not-public/auditor': 'skipped',
  'egress-reaches-other-side/pair': 'skipped',
  'envoy-replicated-and-spread/auditor': 'skipped',
  'internal-load-balancer/auditor': 'skipped',
  'ledger-reaches-auditor/pair': 'skipped',
  'load-balancer-targets-healthy/auditor': 'skipped',
  'metrics-collected/auditor': 'skipped',
  'no-competing-routes/pair': 'skipped',
  'one-active-peering/pair': 'skipped',
  'other-side-connected/pair': 'skipped',
  'peering-resolves-names/pair': 'skipped',
  'pod-autoscaling-fits-node-groups/auditor': 'skipped',
  'pod-disruption-budgets/auditor': 'skipped',
  'pods-span-zones/auditor': 'skipped',
  'product-pods-on-three-nodes/auditor': 'skipped',
  'product-pods-spread/auditor': 'skipped',
  'product-pods-stable/auditor': 'skipped',
  'rollout-capacity/auditor': 'skipped',
  'routes-to-other-side/pair': 'skipped',
  'same-authentication-method/pair': 'skipped',
  'same-authentication-secret/pair': 'skipped',
  'same-product-version/pair': 'skipped',
  'separate-databases/pair': 'skipped',
  'tls-enabled/auditor': 'skipped',
};

export const mutations: Mutation[] = [
  {
    name: 'the Ledger’s cluster is given for both sides',
    guideline: 'separate-clusters',
    apply: unchanged,
    judges: ({ ledger, ...world }) => ({
      ...world,
      ledger,
      auditor: { ...ledger, side: 'auditor' },
    }),
    expect: {
      'separate-clusters/pair': 'fail',
      'separate-aws-accounts/pair': 'fail',
      'three-product-pods/auditor': 'fail',
      // What runs there is the other side's product.
      'one-product-per-cluster/auditor': 'fail',
      'no-application-workloads/auditor': 'fail',
      ...NOTHING_TO_JUDGE,
    },
    observed: 'both sides are in arn:aws:eks:',
  },
];
