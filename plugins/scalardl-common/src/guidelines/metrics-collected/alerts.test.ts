import { type Trial, expected, tryOut } from '../liveTrial.fixture';
import { metricsCollected } from './metricsCollected';
import { change, selecting, without } from '../__testUtils__/monitors';

const trials: Trial[] = [
  {
    trap: 'no alerts',
    changes: [without('PrometheusRule')],
    verdict: 'fail',
    says: 'no PrometheusRule with an alert is there for scalardl-ledger-ledger',
  },
  {
    trap: 'alerts on a Deployment whose name only begins alike',
    changes: [
      change('PrometheusRule', {
        groups: [
          {
            rules: [
              { alert: 'Down', expr: 'up{deployment="scalardl-ledger-le"}' },
            ],
          },
        ],
      }),
    ],
    verdict: 'fail',
    says: 'no PrometheusRule with an alert',
  },
  {
    trap: 'rules that only record',
    changes: [
      change('PrometheusRule', {
        groups: [
          {
            rules: [
              { record: 'x', expr: 'up{deployment="scalardl-ledger-ledger"}' },
            ],
          },
        ],
      }),
    ],
    verdict: 'fail',
    says: 'no PrometheusRule with an alert',
  },
  {
    trap: 'an alert on the whole namespace',
    changes: [
      change('PrometheusRule', {
        groups: [
          {
            rules: [
              { alert: 'Down', expr: 'up{namespace="scalardl-ledger"} == 0' },
            ],
          },
        ],
      }),
    ],
    verdict: 'pass',
    says: 'is read by a Prometheus',
  },
  {
    trap: 'alerts that no Prometheus selects',
    changes: [selecting({ ruleSelector: { matchLabels: { release: 'x' } } })],
    verdict: 'fail',
    says: 'PrometheusRule monitoring/ledger is there, and no Prometheus',
  },
];

describe('metrics-collected, live, by its alerts', () => {
  it.each(trials)('$trap: $verdict', trial => {
    expect(tryOut(metricsCollected, trial)).toEqual(expected(trial));
  });
});
