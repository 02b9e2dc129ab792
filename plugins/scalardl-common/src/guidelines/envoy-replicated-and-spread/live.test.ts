import {
  type Trial,
  expected,
  onContainers,
  onLedger,
  onPodSpec,
  onPods,
  tryOut,
  unreadOnLedger,
} from '../liveTrial.fixture';
import { envoyReplicatedAndSpread } from './envoyReplicatedAndSpread';

const trials: Trial[] = [
  {
    trap: 'three, apart, with resources',
    verdict: 'pass',
    says: '3 of 3 Envoy pods are ready',
  },
  {
    trap: 'one that is not ready',
    changes: [onPods('envoy', (_, index) => ({ ready: index > 0 }))],
    verdict: 'fail',
    says: '2 of 3 Envoy pods are ready',
  },
  {
    trap: 'an Envoy of the other product, with the same label',
    changes: [
      onPods('envoy', ({ labels }, index) =>
        index === 0
          ? {
              labels: { ...labels, 'app.kubernetes.io/name': 'scalardl-audit' },
            }
          : {},
      ),
    ],
    verdict: 'fail',
    says: '2 of 2 Envoy pods are ready',
  },
  {
    trap: 'an Envoy that Scalar did not build',
    changes: [
      onContainers('envoy', () => ({ image: 'envoyproxy/envoy:v1.33.0' })),
    ],
    verdict: 'fail',
    says: 'that run envoyproxy/envoy',
  },
  {
    trap: 'all on one node',
    changes: [onPods('envoy', () => ({ node: 'node-ledger-0' }))],
    verdict: 'fail',
    says: '3 Envoy pods on 1 nodes',
  },
  {
    trap: 'nothing that keeps them apart next time',
    changes: [onPodSpec('envoy', { affinity: undefined })],
    verdict: 'fail',
    says: 'no podAntiAffinity term',
  },
  {
    trap: 'no resources, as the chart has it',
    changes: [onContainers('envoy', () => ({ requests: {}, limits: {} }))],
    verdict: 'fail',
    says: 'requests no cpu',
  },
  {
    trap: 'an Envoy that is switched off',
    changes: [
      onLedger('productPods', pods => pods.slice(0, 3)),
      onLedger('productDeployments', deployments => deployments.slice(0, 1)),
    ],
    verdict: 'skipped',
    says: 'no Envoy',
  },
  {
    trap: 'a Deployment of Envoy that is scaled to zero',
    changes: [onLedger('productPods', pods => pods.slice(0, 3))],
    verdict: 'fail',
    says: '0 of 0 Envoy pods are ready',
  },
  {
    trap: 'Deployments that were not read',
    changes: [unreadOnLedger('productDeployments')],
    verdict: 'unknown',
    says: 'productDeployments was denied',
  },
];

describe('envoy-replicated-and-spread, live', () => {
  it.each(trials)('$trap: $verdict', trial => {
    expect(tryOut(envoyReplicatedAndSpread, trial)).toEqual(expected(trial));
  });
});
