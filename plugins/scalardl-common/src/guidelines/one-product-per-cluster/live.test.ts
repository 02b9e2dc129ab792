import type { WorkloadClass } from '../../facts/live';
import {
  type Trial,
  expected,
  onAuditor,
  onLedger,
  tryOut,
  unreadOnLedger,
} from '../liveTrial.fixture';
import { oneProductPerCluster } from './oneProductPerCluster';

const also = (change: Partial<WorkloadClass>) =>
  onLedger('workloads', workloads => [
    ...workloads,
    {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      namespace: 'elsewhere',
      images: ['docker.io/example/shop:1.0.0'],
      labels: {},
      count: 1,
      desiredPods: 0,
      samples: ['other'],
      ...change,
    },
  ]);

const trials: Trial[] = [
  {
    trap: 'Ledger alone',
    verdict: 'pass',
    says: 'runs ghcr.io/scalar-labs/scalardl-ledger-byol',
  },
  {
    trap: 'the image of Auditor, without labels, scaled to zero',
    changes: [
      also({ images: ['ghcr.io/scalar-labs/scalardl-auditor-byol:3.13.0'] }),
    ],
    verdict: 'fail',
    says: 'Deployment elsewhere/other runs ghcr.io/scalar-labs/scalardl-auditor-byol',
  },
  {
    trap: 'the image of Auditor out of somebody’s registry, as a second container',
    changes: [
      also({
        images: [
          'docker.io/example/shop:1.0.0',
          'mirror.example.com/scalardl-auditor-byol:3.13.0',
        ],
      }),
    ],
    verdict: 'fail',
    says: 'runs mirror.example.com/scalardl-auditor-byol',
  },
  {
    trap: 'the labels of Auditor on an image of another name',
    changes: [also({ labels: { 'app.kubernetes.io/app': 'auditor' } })],
    verdict: 'fail',
    says: 'has the label app.kubernetes.io/app: auditor',
  },
  {
    trap: 'the Envoy of Auditor, which only the chart’s name tells',
    changes: [
      also({
        images: ['ghcr.io/scalar-labs/scalar-envoy:1.6.1'],
        labels: {
          'app.kubernetes.io/app': 'envoy',
          'app.kubernetes.io/name': 'scalardl-audit',
        },
      }),
    ],
    verdict: 'fail',
    says: 'has the label app.kubernetes.io/name: scalardl-audit',
  },
  {
    trap: 'Ledger in the cluster of Auditor',
    changes: [
      onAuditor('workloads', workloads => [
        ...workloads,
        ...workloads.slice(0, 1).map(workload => ({
          ...workload,
          images: ['ghcr.io/scalar-labs/scalardl-ledger:3.13.0'],
        })),
      ]),
    ],
    scope: 'auditor',
    verdict: 'fail',
    says: 'runs ghcr.io/scalar-labs/scalardl-ledger:3.13.0',
  },
  {
    trap: 'a cluster without either',
    changes: [onLedger('workloads', workloads => workloads.slice(2))],
    verdict: 'skipped',
    says: 'neither Ledger nor Auditor',
  },
  {
    trap: 'workloads that were not read',
    changes: [unreadOnLedger('workloads')],
    verdict: 'unknown',
    says: 'workloads was denied',
  },
];

describe('one-product-per-cluster, live', () => {
  it.each(trials)('$trap: $verdict', trial => {
    expect(tryOut(oneProductPerCluster, trial)).toEqual(expected(trial));
  });
});
