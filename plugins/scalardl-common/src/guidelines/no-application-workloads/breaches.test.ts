import { type Trial, expected, tryOut } from '../liveTrial.fixture';
import { noApplicationWorkloads } from './noApplicationWorkloads';
import {
  PRODUCT_LABELS,
  SHOP,
  allow,
  also,
  onProduct,
} from '../__testUtils__/otherWorkloads';

const trials: Trial[] = [
  {
    trap: 'an application',
    changes: [also({})],
    verdict: 'fail',
    says: `Deployment shop/shop runs ${SHOP}`,
  },
  {
    trap: 'an application that is scaled to zero',
    changes: [also({ desiredPods: 0 })],
    verdict: 'fail',
    says: 'no pod of it is wanted now, but one may be at any time',
  },
  {
    trap: 'a CronJob that waits for its time',
    changes: [also({ kind: 'CronJob', desiredPods: 0 })],
    verdict: 'fail',
    says: `CronJob shop/shop runs ${SHOP}`,
  },
  {
    trap: 'a bare pod',
    changes: [also({ kind: 'Pod' })],
    verdict: 'fail',
    says: `Pod shop/shop runs ${SHOP}`,
  },
  {
    trap: 'pods of a custom resource',
    changes: [also({ apiVersion: 'argoproj.io/v1alpha1', kind: 'Workflow' })],
    verdict: 'fail',
    says: `Workflow shop/shop runs ${SHOP}`,
  },
  {
    trap: 'many of them',
    changes: [also({ count: 40 })],
    verdict: 'fail',
    says: 'Deployment shop/shop and 39 more',
  },
  {
    trap: 'the product’s namespace',
    changes: [also({ namespace: 'scalardl-ledger' })],
    verdict: 'fail',
    says: `Deployment scalardl-ledger/shop runs ${SHOP}`,
  },
  {
    trap: 'the product’s labels on another image',
    changes: [also({ namespace: 'scalardl-ledger', labels: PRODUCT_LABELS })],
    verdict: 'fail',
    says: SHOP,
  },
  {
    trap: 'an init container beside the product’s image',
    changes: [onProduct(({ images }) => ({ images: [...images, SHOP] }))],
    verdict: 'fail',
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
    verdict: 'fail',
    says: "without the product's label app.kubernetes.io/app",
  },
  {
    trap: 'the product outside of its namespace',
    changes: [onProduct(() => ({ namespace: 'default' }))],
    verdict: 'fail',
    says: "outside of the product's namespace scalardl-ledger",
  },
  {
    trap: 'an image with the product’s name from somewhere else',
    changes: [
      onProduct(() => ({
        images: ['docker.io/example/scalardl-ledger-byol:3.13.0'],
      })),
    ],
    verdict: 'fail',
    says: "neither from Scalar's registries nor from one of imageMirrors",
  },
  {
    trap: 'a repository that only begins like Scalar’s',
    changes: [
      onProduct(() => ({
        images: ['ghcr.io/scalar-labs-evil/scalardl-ledger-byol:3.13.0'],
      })),
    ],
    verdict: 'fail',
    says: "neither from Scalar's registries",
  },
  {
    trap: 'a tool that never ends',
    changes: [
      also({
        images: ['ghcr.io/scalar-labs/scalar-admin-for-kubernetes:1.4.0'],
      }),
    ],
    verdict: 'fail',
    says: 'tools of the product run as Jobs',
  },
  {
    trap: 'the mark of our probe on another image',
    changes: [
      also({ kind: 'Job', labels: { 'scalardl-on-eks/probe': 'ledger' } }),
    ],
    verdict: 'fail',
    says: `Job shop/shop runs ${SHOP}`,
  },
  {
    trap: 'an unknown image in kube-system',
    changes: [also({ namespace: 'kube-system' })],
    verdict: 'fail',
    says: 'a namespace of the system makes no system image',
  },
  {
    trap: 'a static pod of a node',
    changes: [
      also({ apiVersion: 'v1', kind: 'Node', namespace: 'kube-system' }),
    ],
    verdict: 'fail',
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
    verdict: 'fail',
    says: '333333333333.dkr.ecr',
  },
  {
    trap: 'an image of the system outside of its namespaces',
    changes: [also({ images: ['registry.k8s.io/echoserver:1.10'] })],
    verdict: 'fail',
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
    verdict: 'fail',
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
    verdict: 'fail',
    says: 'is a self-hosted runner',
  },
  {
    trap: 'a self-hosted runner that somebody allowed',
    changes: [
      also({ images: ['ghcr.io/actions/actions-runner:2.330.0'] }),
      allow({}),
    ],
    verdict: 'fail',
    says: 'no entry allows it here',
  },
  {
    trap: 'what was allowed on the other side only',
    changes: [also({}), allow({ side: 'auditor' })],
    verdict: 'fail',
    says: SHOP,
  },
  {
    trap: 'what was allowed in another namespace',
    changes: [also({}), allow({ namespace: 'scanner' })],
    verdict: 'fail',
    says: SHOP,
  },
  {
    trap: 'another image than the one that was allowed',
    changes: [also({}), allow({ image: 'docker.io/example/sho' })],
    verdict: 'fail',
    says: SHOP,
  },
  {
    trap: 'everything allowed beside the product',
    changes: [
      also({ namespace: 'scalardl-ledger' }),
      allow({ namespace: 'scalardl-ledger' }),
    ],
    verdict: 'fail',
    says: SHOP,
  },
  {
    trap: 'everything allowed in kube-system',
    changes: [
      also({ namespace: 'kube-system' }),
      allow({ namespace: 'kube-system' }),
    ],
    verdict: 'fail',
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
    verdict: 'fail',
    says: SHOP,
  },
];

describe('no-application-workloads, live, with what does not belong there', () => {
  it.each(trials)('$trap: $verdict', trial => {
    expect(tryOut(noApplicationWorkloads, trial)).toEqual(expected(trial));
  });
});
