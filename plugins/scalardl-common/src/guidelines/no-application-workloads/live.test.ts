import {
  type Trial,
  expected,
  onLedger,
  tryOut,
  withSettings,
  unreadOnLedger,
} from '../liveTrial.fixture';
import { noApplicationWorkloads } from './noApplicationWorkloads';
import {
  REASON,
  SHOP,
  allow,
  also,
  onProduct,
} from '../__testUtils__/otherWorkloads';

const passes: Omit<Trial, 'verdict'>[] = [
  {
    trap: 'the product and the cluster’s own parts',
    says: 'runs ghcr.io/scalar-labs/scalardl-ledger-byol:3.13.0 as ledger',
  },
  {
    trap: 'a mirror that was named',
    changes: [
      onProduct(() => ({
        images: ['mirror.example.com/scalar/ledger:3.13.0'],
      })),
      withSettings({ imageMirrors: ['mirror.example.com/scalar/'] }),
    ],
    says: 'runs mirror.example.com/scalar/ledger:3.13.0 as ledger',
  },
  {
    trap: 'the Job that loads the schema',
    changes: [
      also({
        kind: 'Job',
        namespace: 'scalardl-ledger',
        images: ['ghcr.io/scalar-labs/scalardl-schema-loader:3.13.0'],
      }),
    ],
    says: 'as a Job',
  },
  {
    trap: 'the CronJob that pauses the product',
    changes: [
      also({
        kind: 'CronJob',
        images: ['ghcr.io/scalar-labs/scalar-admin-for-kubernetes:1.4.0'],
        desiredPods: 0,
      }),
    ],
    says: 'as a CronJob',
  },
  {
    trap: 'our own probe',
    changes: [
      also({
        kind: 'Job',
        images: ['ghcr.io/grpc-ecosystem/grpc-health-probe:v0.4.40'],
        labels: { 'scalardl-on-eks/probe': 'ledger' },
      }),
    ],
    says: 'to probe the connection',
  },
  {
    trap: 'an image of EKS in a region with an account of its own',
    changes: [
      also({
        namespace: 'kube-system',
        images: [
          '877085696533.dkr.ecr.af-south-1.amazonaws.com/eks/coredns:v1.12.1',
        ],
      }),
    ],
    says: '877085696533.dkr.ecr.af-south-1.amazonaws.com/eks/coredns',
  },
  {
    trap: 'Prometheus in a namespace that was named for tools',
    changes: [
      also({
        namespace: 'observability',
        images: ['quay.io/prometheus/prometheus:v3.5.0'],
      }),
      withSettings({ systemNamespaces: ['observability'] }),
    ],
    says: 'runs quay.io/prometheus/prometheus:v3.5.0',
  },
  {
    trap: 'what was allowed, with its owner and reason',
    changes: [also({}), allow({ image: 'docker.io/example' })],
    says: `allowed by group:default/security: ${REASON}`,
  },
  {
    trap: 'a namespace that was allowed as a whole',
    changes: [also({}), allow({})],
    says: REASON,
  },
  {
    trap: 'a sidecar of the product that was allowed by its image',
    changes: [
      onProduct(({ images }) => ({ images: [...images, SHOP] })),
      allow({ namespace: 'scalardl-ledger', image: 'docker.io/example/shop' }),
    ],
    says: REASON,
  },
];

const open: Omit<Trial, 'verdict'>[] = [
  {
    trap: 'a name that Scalar’s chart does not give',
    changes: [
      onProduct(({ labels }) => ({
        labels: { ...labels, 'app.kubernetes.io/name': 'our-ledger' },
      })),
    ],
    says: "whether Scalar's chart made it cannot be told",
  },
  {
    trap: 'a region that is newer than the table of registries',
    changes: [
      also({
        namespace: 'kube-system',
        images: [
          '444444444444.dkr.ecr.xx-north-9.amazonaws.com/eks/coredns:v2',
        ],
      }),
    ],
    says: "is not in this program's table",
  },
  {
    trap: 'a workload without images',
    changes: [also({ images: [] })],
    says: 'names no image that could be read',
  },
  {
    trap: 'workloads that were not read',
    changes: [unreadOnLedger('workloads')],
    says: 'workloads was denied',
  },
];

const trials: Trial[] = [
  ...passes.map(trial => ({ ...trial, verdict: 'pass' as const })),
  ...open.map(trial => ({ ...trial, verdict: 'unknown' as const })),
  {
    trap: 'an empty cluster',
    changes: [onLedger('workloads', () => [])],
    verdict: 'skipped',
    says: 'nothing runs in the cluster',
  },
];

describe('no-application-workloads, live', () => {
  it.each(trials)('$trap: $verdict', trial => {
    expect(tryOut(noApplicationWorkloads, trial)).toEqual(expected(trial));
  });
});
