import type { WorkloadClass } from '../../facts/live';
import {
  type Trial,
  changeOne,
  expected,
  onLedger,
  tryOut,
  unreadOnLedger,
  withSettings,
} from '../liveTrial.fixture';
import { noApplicationWorkloads } from './noApplicationWorkloads';

const SHOP = 'docker.io/example/shop:1.0.0';
const PRODUCT_LABELS = {
  'app.kubernetes.io/name': 'scalardl',
  'app.kubernetes.io/app': 'ledger',
};
const REASON = 'The security team scans every node.';

/** One more workload in the cluster: a Deployment of the shop, but for what is given. */
const also = (change: Partial<WorkloadClass>) =>
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

const onProduct = (change: (one: WorkloadClass) => Partial<WorkloadClass>) =>
  onLedger('workloads', workloads =>
    changeOne(workloads, one => ({ ...one, ...change(one) })),
  );

const allow = (entry: object) =>
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

const breaches: Omit<Trial, 'verdict'>[] = [
  {
    trap: 'an application',
    changes: [also({})],
    says: `Deployment shop/shop runs ${SHOP}`,
  },
  {
    trap: 'an application that is scaled to zero',
    changes: [also({ desiredPods: 0 })],
    says: 'no pod of it is wanted now, but one may be at any time',
  },
  {
    trap: 'a CronJob that waits for its time',
    changes: [also({ kind: 'CronJob', desiredPods: 0 })],
    says: `CronJob shop/shop runs ${SHOP}`,
  },
  {
    trap: 'a bare pod',
    changes: [also({ kind: 'Pod' })],
    says: `Pod shop/shop runs ${SHOP}`,
  },
  {
    trap: 'pods of a custom resource',
    changes: [also({ apiVersion: 'argoproj.io/v1alpha1', kind: 'Workflow' })],
    says: `Workflow shop/shop runs ${SHOP}`,
  },
  {
    trap: 'many of them',
    changes: [also({ count: 40 })],
    says: 'Deployment shop/shop and 39 more',
  },
  {
    trap: 'the product’s namespace',
    changes: [also({ namespace: 'scalardl-ledger' })],
    says: `Deployment scalardl-ledger/shop runs ${SHOP}`,
  },
  {
    trap: 'the product’s labels on another image',
    changes: [also({ namespace: 'scalardl-ledger', labels: PRODUCT_LABELS })],
    says: SHOP,
  },
  {
    trap: 'an init container beside the product’s image',
    changes: [onProduct(({ images }) => ({ images: [...images, SHOP] }))],
    says: `Deployment scalardl-ledger/scalardl-ledger-ledger runs ${SHOP}`,
  },
  {
    trap: 'the product’s image without its labels, with a command of its own',
    changes: [
      also({
        namespace: 'scalardl-ledger',
        images: ['ghcr.io/scalar-labs/scalardl-ledger-byol:3.13.0'],
      }),
    ],
    says: "without the product's label app.kubernetes.io/app",
  },
  {
    trap: 'the product outside of its namespace',
    changes: [onProduct(() => ({ namespace: 'default' }))],
    says: "outside of the product's namespace scalardl-ledger",
  },
  {
    trap: 'an image with the product’s name from somewhere else',
    changes: [
      onProduct(() => ({
        images: ['docker.io/example/scalardl-ledger-byol:3.13.0'],
      })),
    ],
    says: "neither from Scalar's registries nor from one of imageMirrors",
  },
  {
    trap: 'a repository that only begins like Scalar’s',
    changes: [
      onProduct(() => ({
        images: ['ghcr.io/scalar-labs-evil/scalardl-ledger-byol:3.13.0'],
      })),
    ],
    says: "neither from Scalar's registries",
  },
  {
    trap: 'a tool that never ends',
    changes: [
      also({
        images: ['ghcr.io/scalar-labs/scalar-admin-for-kubernetes:1.4.0'],
      }),
    ],
    says: 'tools of the product run as Jobs',
  },
  {
    trap: 'the mark of our probe on another image',
    changes: [
      also({ kind: 'Job', labels: { 'scalardl-on-eks/probe': 'ledger' } }),
    ],
    says: `Job shop/shop runs ${SHOP}`,
  },
  {
    trap: 'an unknown image in kube-system',
    changes: [also({ namespace: 'kube-system' })],
    says: 'a namespace of the system makes no system image',
  },
  {
    trap: 'a static pod of a node',
    changes: [
      also({ apiVersion: 'v1', kind: 'Node', namespace: 'kube-system' }),
    ],
    says: `Node kube-system/shop runs ${SHOP}`,
  },
  {
    trap: 'a repository of anybody that is named like one of EKS',
    changes: [
      also({
        namespace: 'kube-system',
        images: [
          '333333333333.dkr.ecr.ap-northeast-1.amazonaws.com/eks/coredns:v1.12.1',
        ],
      }),
    ],
    says: '333333333333.dkr.ecr',
  },
  {
    trap: 'an image of the system outside of its namespaces',
    changes: [also({ images: ['registry.k8s.io/echoserver:1.10'] })],
    says: "outside of the namespaces of the cluster's own parts",
  },
  {
    trap: 'a namespace that only begins like one of the system',
    changes: [
      also({
        namespace: 'kube-system-2',
        images: ['registry.k8s.io/echoserver:1.10'],
      }),
    ],
    says: "outside of the namespaces of the cluster's own parts",
  },
  {
    trap: 'a self-hosted runner of Actions Runner Controller',
    changes: [
      also({
        apiVersion: 'actions.github.com/v1alpha1',
        kind: 'EphemeralRunner',
        images: ['ghcr.io/actions/actions-runner:2.330.0'],
      }),
    ],
    says: 'is a self-hosted runner',
  },
  {
    trap: 'a self-hosted runner that somebody allowed',
    changes: [
      also({ images: ['ghcr.io/actions/actions-runner:2.330.0'] }),
      allow({}),
    ],
    says: 'no entry allows it here',
  },
  {
    trap: 'what was allowed on the other side only',
    changes: [also({}), allow({ side: 'auditor' })],
    says: SHOP,
  },
  {
    trap: 'what was allowed in another namespace',
    changes: [also({}), allow({ namespace: 'scanner' })],
    says: SHOP,
  },
  {
    trap: 'another image than the one that was allowed',
    changes: [also({}), allow({ image: 'docker.io/example/sho' })],
    says: SHOP,
  },
  {
    trap: 'everything allowed beside the product',
    changes: [
      also({ namespace: 'scalardl-ledger' }),
      allow({ namespace: 'scalardl-ledger' }),
    ],
    says: SHOP,
  },
  {
    trap: 'everything allowed in kube-system',
    changes: [
      also({ namespace: 'kube-system' }),
      allow({ namespace: 'kube-system' }),
    ],
    says: SHOP,
  },
  {
    trap: 'everything allowed beside a product whose release nobody told',
    changes: [
      also({ namespace: 'scalardl-ledger' }),
      allow({ namespace: 'scalardl-ledger' }),
      facts => ({
        ...facts,
        settings: {
          ...facts.settings,
          release: { ledger: undefined, auditor: undefined },
        },
      }),
    ],
    says: SHOP,
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
  ...breaches.map(trial => ({ ...trial, verdict: 'fail' as const })),
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
