import type { WorkloadClass } from '../../facts/live';
import { changeOne, onLedger, withSettings } from '../liveTrial.fixture';

export const SHOP = 'docker.io/example/shop:1.0.0';
export const PRODUCT_LABELS = {
  'app.kubernetes.io/name': 'scalardl',
  'app.kubernetes.io/app': 'ledger',
};
export const REASON = 'The security team scans every node.';

/** One more workload in the cluster: a Deployment of the shop, but for what is given. */
export const also = (change: Partial<WorkloadClass>) =>
  onLedger('workloads', workloads => [
    ...workloads,
    {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      namespace: 'shop',
      images: [SHOP],
      labels: {},
      count: 1,
      desiredPods: 1,
      samples: ['shop'],
      ...change,
    },
  ]);

export const onProduct = (
  change: (one: WorkloadClass) => Partial<WorkloadClass>,
) =>
  onLedger('workloads', workloads =>
    changeOne(workloads, one => ({ ...one, ...change(one) })),
  );

export const allow = (entry: object) =>
  withSettings({
    allowedWorkloads: [
      {
        namespace: 'shop',
        reason: REASON,
        owner: 'group:default/security',
        ...entry,
      },
    ],
  });
