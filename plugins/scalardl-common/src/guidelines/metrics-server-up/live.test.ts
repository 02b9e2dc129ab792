import { autoscaler } from '../autoscaling.fixture';
import {
  type Trial,
  expected,
  onLedger,
  tryOut,
  unreadOnLedger,
} from '../liveTrial.fixture';
import { metricsServerUp } from './metricsServerUp';

const condition = (value: object) =>
  onLedger(
    'metricsApi',
    api => api && { ...api, status: { conditions: [value] } },
  );

const trials: Trial[] = [
  {
    trap: 'no autoscaler of pods',
    verdict: 'skipped',
    says: 'no HorizontalPodAutoscaler reads CPU or memory use',
  },
  {
    trap: 'an API that answers',
    changes: [autoscaler()],
    verdict: 'pass',
    says: 'v1beta1.metrics.k8s.io is available',
  },
  {
    trap: 'no metrics-server',
    changes: [autoscaler(), onLedger('metricsApi', () => undefined)],
    verdict: 'fail',
    says: 'metrics-server is not installed',
  },
  {
    trap: 'an APIService whose server does not answer',
    changes: [
      autoscaler(),
      condition({
        type: 'Available',
        status: 'False',
        reason: 'FailedDiscoveryCheck',
        message: 'connection refused',
      }),
    ],
    verdict: 'fail',
    says: 'is not available, FailedDiscoveryCheck: connection refused',
  },
  {
    trap: 'an APIService that does not tell',
    changes: [autoscaler(), condition({ type: 'Other', status: 'True' })],
    verdict: 'unknown',
    says: 'does not tell whether it is available',
  },
  {
    trap: 'an API that answers, but has nothing on these pods',
    changes: [
      autoscaler({
        status: {
          conditions: [
            {
              type: 'ScalingActive',
              status: 'False',
              reason: 'FailedGetResourceMetric',
              message: 'missing request for cpu',
            },
          ],
        },
      }),
    ],
    verdict: 'fail',
    says: 'scalardl-ledger/ledger: missing request for cpu',
  },
  {
    trap: 'an autoscaler of KEDA that reads metrics of its own only',
    changes: [
      autoscaler({ spec: { metrics: [{ type: 'External' }] } }),
      onLedger('metricsApi', () => undefined),
    ],
    verdict: 'skipped',
    says: 'no HorizontalPodAutoscaler reads CPU',
  },
  {
    trap: 'an autoscaler without metrics, which follows the CPU',
    changes: [
      autoscaler({ spec: { metrics: undefined } }),
      onLedger('metricsApi', () => undefined),
    ],
    verdict: 'fail',
    says: 'metrics-server is not installed',
  },
  {
    trap: 'an API that was not read',
    changes: [autoscaler(), unreadOnLedger('metricsApi')],
    verdict: 'unknown',
    says: 'metricsApi was denied',
  },
];

describe('metrics-server-up, live', () => {
  it.each(trials)('$trap: $verdict', trial => {
    expect(tryOut(metricsServerUp, trial)).toEqual(expected(trial));
  });
});
