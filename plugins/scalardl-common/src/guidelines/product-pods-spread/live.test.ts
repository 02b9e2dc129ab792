import {
  type Trial,
  expected,
  onDeployment,
  onLedger,
  onPodSpec,
  tryOut,
  unreadOnLedger,
} from '../liveTrial.fixture';
import { productPodsSpread } from './productPodsSpread';

const OWN = { matchLabels: { 'app.kubernetes.io/app': 'ledger' } };

const preferred = (term: object) =>
  onPodSpec('ledger', {
    affinity: {
      podAntiAffinity: {
        preferredDuringSchedulingIgnoredDuringExecution: [
          { weight: 100, podAffinityTerm: term },
        ],
      },
    },
  });

const constraint = (keys: object) =>
  onPodSpec('ledger', {
    affinity: undefined,
    topologySpreadConstraints: [
      {
        topologyKey: 'kubernetes.io/hostname',
        maxSkew: 1,
        whenUnsatisfiable: 'DoNotSchedule',
        labelSelector: OWN,
        ...keys,
      },
    ],
  });

const trials: Trial[] = [
  {
    trap: 'preferred anti-affinity',
    verdict: 'pass',
    says: 'podAntiAffinity with topologyKey kubernetes.io/hostname is preferred',
  },
  {
    trap: 'nothing at all',
    changes: [onPodSpec('ledger', { affinity: undefined })],
    verdict: 'fail',
    says: 'no podAntiAffinity term',
  },
  {
    trap: 'a selector with the name of the other chart',
    changes: [
      preferred({
        topologyKey: 'kubernetes.io/hostname',
        labelSelector: {
          matchLabels: { 'app.kubernetes.io/name': 'scalardl-audit' },
        },
      }),
    ],
    verdict: 'fail',
    says: 'does not select these pods',
  },
  {
    trap: 'a selector with the usual name, while nameOverride gave another',
    changes: [
      onDeployment('ledger', ({ spec }) => {
        const template = spec?.template as {
          metadata: { labels: Record<string, string> };
        };
        template.metadata.labels['app.kubernetes.io/name'] = 'our-ledger';
      }),
    ],
    verdict: 'fail',
    says: 'does not select these pods',
  },
  {
    trap: 'a term for another namespace',
    changes: [
      preferred({
        topologyKey: 'kubernetes.io/hostname',
        namespaces: ['default'],
        labelSelector: OWN,
      }),
    ],
    verdict: 'fail',
    says: 'does not select these pods',
  },
  {
    trap: 'only zones',
    changes: [
      preferred({
        topologyKey: 'topology.kubernetes.io/zone',
        labelSelector: OWN,
      }),
    ],
    verdict: 'fail',
    says: 'no podAntiAffinity term with topologyKey kubernetes.io/hostname',
  },
  {
    trap: 'a topology spread constraint instead',
    changes: [constraint({})],
    verdict: 'pass',
    says: 'topologySpreadConstraint with topologyKey kubernetes.io/hostname: maxSkew 1',
  },
  {
    trap: 'a topology spread constraint that is only a wish',
    changes: [constraint({ whenUnsatisfiable: 'ScheduleAnyway' })],
    verdict: 'pass',
    says: 'ScheduleAnyway',
  },
  {
    trap: 'a topology spread constraint for other pods',
    changes: [
      constraint({
        labelSelector: { matchLabels: { 'app.kubernetes.io/app': 'envoy' } },
      }),
    ],
    verdict: 'fail',
    says: 'does not select these pods',
  },
  {
    trap: 'a topology spread constraint so wide that it allows everything',
    changes: [constraint({ maxSkew: 3 })],
    verdict: 'fail',
    says: 'maxSkew 3, so all 3 pods may share one place',
  },
  {
    trap: 'no Deployment of the product',
    changes: [onLedger('productDeployments', () => [])],
    verdict: 'skipped',
    says: 'no Deployment of Ledger',
  },
  {
    trap: 'Deployments that were not read',
    changes: [unreadOnLedger('productDeployments')],
    verdict: 'unknown',
    says: 'productDeployments was denied',
  },
];

describe('product-pods-spread, live', () => {
  it.each(trials)('$trap: $verdict', trial => {
    expect(tryOut(productPodsSpread, trial)).toEqual(expected(trial));
  });
});
