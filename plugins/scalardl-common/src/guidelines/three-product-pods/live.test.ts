import {
  type Trial,
  expected,
  onContainers,
  onLedger,
  onPods,
  tryOut,
  unreadOnLedger,
  withSettings,
} from '../liveTrial.fixture';
import { threeProductPods } from './threeProductPods';

const MIRROR = '111111111111.dkr.ecr.ap-northeast-1.amazonaws.com/copies';

const trials: Trial[] = [
  { trap: 'three ready pods', verdict: 'pass', says: '3 of 3 Ledger pods' },
  {
    trap: 'a pod that is not ready',
    changes: [onPods('ledger', (_, index) => ({ ready: index > 0 }))],
    verdict: 'fail',
    says: '2 of 3 Ledger pods are ready',
  },
  {
    trap: 'a pod that is about to go',
    changes: [onPods('ledger', (_, index) => ({ terminating: index === 0 }))],
    verdict: 'fail',
    says: '2 of 2 Ledger pods are ready',
  },
  {
    trap: 'names without the labels',
    changes: [onPods('ledger', () => ({ labels: {} }))],
    verdict: 'fail',
    says: '0 of 0 Ledger pods',
  },
  {
    trap: 'labels without the image',
    changes: [
      onContainers('ledger', () => ({ image: 'docker.io/example/shop:1.0.0' })),
    ],
    verdict: 'fail',
    says: 'not counted are pods with the labels that run docker.io/example/shop',
  },
  {
    trap: 'an image of that name from somewhere else',
    changes: [
      onContainers('ledger', () => ({
        image: 'docker.io/example/scalardl-ledger-byol:3.13.0',
      })),
    ],
    verdict: 'fail',
    says: "neither from Scalar's registries",
  },
  {
    trap: 'a mirror that was named',
    changes: [
      onContainers('ledger', () => ({
        image: `${MIRROR}/scalardl-ledger-byol:3.13.0`,
      })),
      withSettings({ imageMirrors: [MIRROR] }),
    ],
    verdict: 'pass',
    says: '3 of 3 Ledger pods',
  },
  {
    trap: 'a repository that only begins like the mirror',
    changes: [
      onContainers('ledger', () => ({
        image: `${MIRROR}-evil/scalardl-ledger-byol:3.13.0`,
      })),
      withSettings({ imageMirrors: [MIRROR] }),
    ],
    verdict: 'fail',
    says: '0 of 0 Ledger pods',
  },
  {
    trap: 'the image of AWS Marketplace',
    changes: [
      onContainers('ledger', () => ({
        image:
          '709825985650.dkr.ecr.us-east-1.amazonaws.com/scalar/scalardl-ledger-aws-payg:3.13.0',
      })),
    ],
    verdict: 'pass',
    says: '3 of 3 Ledger pods',
  },
  {
    trap: 'pods of another release',
    changes: [
      onPods('ledger', ({ labels }) => ({
        labels: { ...labels, 'app.kubernetes.io/instance': 'staging' },
      })),
    ],
    verdict: 'fail',
    says: '0 of 0 Ledger pods',
  },
  {
    trap: 'another name, where the release has to be found by labels',
    changes: [
      onPods('ledger', ({ labels }) => ({
        labels: { ...labels, 'app.kubernetes.io/name': 'our-ledger' },
        namespace: 'elsewhere',
      })),
      withSettings({ release: { ledger: undefined, auditor: undefined } }),
    ],
    verdict: 'pass',
    says: '3 of 3 Ledger pods',
  },
  {
    trap: 'pods of the other product',
    changes: [
      onPods('ledger', ({ labels }) => ({
        labels: { ...labels, 'app.kubernetes.io/name': 'scalardl-audit' },
      })),
    ],
    verdict: 'fail',
    says: '0 of 0 Ledger pods',
  },
  {
    trap: 'no pods at all',
    changes: [onLedger('productPods', () => [])],
    verdict: 'fail',
    says: '0 of 0 Ledger pods',
  },
  {
    trap: 'pods that were not read',
    changes: [unreadOnLedger('productPods')],
    verdict: 'unknown',
    says: 'productPods was denied',
  },
];

describe('three-product-pods, live', () => {
  it.each(trials)('$trap: $verdict', trial => {
    expect(tryOut(threeProductPods, trial)).toEqual(expected(trial));
  });
});
