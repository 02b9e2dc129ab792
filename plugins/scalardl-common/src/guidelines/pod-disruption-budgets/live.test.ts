import {
  type Trial,
  changeOne,
  expected,
  onLedger,
  tryOut,
  unreadOnLedger,
} from '../liveTrial.fixture';
import { podDisruptionBudgets } from './podDisruptionBudgets';

const budget = (spec: object, namespace = 'scalardl-ledger') =>
  onLedger('disruptionBudgets', budgets =>
    changeOne(budgets, one => ({
      ...one,
      metadata: { ...one.metadata, namespace },
      spec: { selector: one.spec?.selector, ...spec },
    })),
  );

const autoscaler = (minReplicas: number, namespace = 'scalardl-ledger') =>
  onLedger('podAutoscalers', () => [
    {
      apiVersion: 'autoscaling/v2',
      kind: 'HorizontalPodAutoscaler',
      metadata: { name: 'ledger', namespace },
      spec: {
        minReplicas,
        maxReplicas: 6,
        scaleTargetRef: { kind: 'Deployment', name: 'scalardl-ledger-ledger' },
      },
    },
  ]);

const trials: Trial[] = [
  {
    trap: 'one budget each',
    verdict: 'pass',
    says: 'lets 1 of 3 Ledger pods be evicted',
  },
  {
    trap: 'none',
    changes: [onLedger('disruptionBudgets', () => [])],
    verdict: 'fail',
    says: 'no PodDisruptionBudget selects the Ledger pods',
  },
  {
    trap: 'one in another namespace',
    changes: [budget({ maxUnavailable: 1 }, 'default')],
    verdict: 'fail',
    says: 'no PodDisruptionBudget selects the Ledger pods',
  },
  {
    trap: 'a percentage that rounds up to all pods',
    changes: [budget({ minAvailable: '67%' })],
    verdict: 'fail',
    says: 'lets 0 of 3 Ledger pods',
  },
  {
    trap: 'one that lets every pod go',
    changes: [budget({ maxUnavailable: '100%' })],
    verdict: 'fail',
    says: 'lets 3 of 3 Ledger pods',
  },
  {
    trap: 'a second one that selects everything in the namespace',
    changes: [
      onLedger('disruptionBudgets', budgets => [
        ...budgets,
        ...budgets.slice(0, 1).map(one => ({
          ...one,
          metadata: { ...one.metadata, name: 'all' },
          spec: { maxUnavailable: 1, selector: {} },
        })),
      ]),
    ],
    verdict: 'fail',
    says: 'both select the Ledger pods',
  },
  {
    trap: 'none for Envoy',
    changes: [onLedger('disruptionBudgets', budgets => budgets.slice(0, 1))],
    verdict: 'fail',
    says: 'no PodDisruptionBudget selects the Envoy pods',
  },
  {
    trap: 'an autoscaler that may come down to one pod',
    changes: [autoscaler(1)],
    verdict: 'fail',
    says: 'lets 1 of 1 Ledger pods',
  },
  {
    trap: 'an autoscaler of the same name in another namespace',
    changes: [autoscaler(1, 'default')],
    verdict: 'pass',
    says: 'lets 1 of 3 Ledger pods',
  },
  {
    trap: 'autoscalers that were not read',
    changes: [unreadOnLedger('podAutoscalers')],
    verdict: 'unknown',
    says: 'podAutoscalers was denied',
  },
  {
    trap: 'no Deployment of the product',
    changes: [onLedger('productDeployments', () => [])],
    verdict: 'skipped',
    says: 'no Deployment of the product',
  },
  {
    trap: 'budgets that were not read',
    changes: [unreadOnLedger('disruptionBudgets')],
    verdict: 'unknown',
    says: 'disruptionBudgets was denied',
  },
];

describe('pod-disruption-budgets, live', () => {
  it.each(trials)('$trap: $verdict', trial => {
    expect(tryOut(podDisruptionBudgets, trial)).toEqual(expected(trial));
  });
});
