import {
  type Change,
  type Trial,
  expected,
  onContainers,
  onLedger,
  onPods,
  tryOut,
  unreadOnLedger,
} from '../liveTrial.fixture';
import { productPodsStable } from './productPodsStable';

const restarted = (lastEndedAt: string | undefined, restarts = 4) =>
  onContainers('ledger', (_, index) =>
    index === 1 ? { restarts, lastEndedAt } : {},
  );

const withoutTime: Change = facts => ({ ...facts, now: undefined });

const trials: Trial[] = [
  { trap: 'running, never restarted', verdict: 'pass', says: '0 times' },
  {
    trap: 'a pod that is ready between two crashes',
    changes: [restarted('2026-11-23T11:00:00Z')],
    verdict: 'fail',
    says: 'scalardl-ledger-ledger-1 has restarted 4 times, at last at 2026-11-23T11:00:00Z',
  },
  {
    trap: 'a restart a little less than a day ago',
    changes: [restarted('2026-11-22T12:00:01Z', 1)],
    verdict: 'fail',
    says: 'has restarted once',
  },
  {
    trap: 'restarts of long ago',
    changes: [restarted('2026-11-22T12:00:00Z')],
    verdict: 'pass',
    says: 'has restarted 4 times',
  },
  {
    trap: 'a restart of the same day, where only the day is known',
    changes: [restarted('2026-11-23T00:00:01Z'), withoutTime],
    verdict: 'fail',
    says: 'at last at 2026-11-23T00:00:01Z',
  },
  {
    trap: 'restarts of which nobody tells when',
    changes: [restarted(undefined)],
    verdict: 'unknown',
    says: 'and when ledger did is not told',
  },
  {
    trap: 'a pod that is not ready',
    changes: [onPods('ledger', (_, index) => ({ ready: index > 0 }))],
    verdict: 'fail',
    says: 'scalardl-ledger-ledger-0 is Running, not ready',
  },
  {
    trap: 'a pod that waits',
    changes: [
      onPods('ledger', (_, index) =>
        index === 0 ? { phase: 'Pending', ready: false } : {},
      ),
    ],
    verdict: 'fail',
    says: 'is Pending',
  },
  {
    trap: 'a pod that was evicted and is left',
    changes: [
      onLedger('productPods', pods => [
        ...pods,
        ...pods.slice(0, 1).map(pod => ({
          ...pod,
          name: 'evicted',
          phase: 'Failed',
          ready: false,
        })),
      ]),
    ],
    verdict: 'fail',
    says: 'evicted is Failed',
  },
  {
    trap: 'a pod that is about to go, as in every roll-out',
    changes: [
      onLedger('productPods', pods => [
        ...pods,
        ...pods.slice(0, 1).map(pod => ({
          ...pod,
          terminating: true,
          ready: false,
        })),
      ]),
    ],
    verdict: 'pass',
    says: '0 times',
  },
  {
    trap: 'Envoy that crashes',
    changes: [
      onContainers('envoy', () => ({
        restarts: 9,
        lastEndedAt: '2026-11-23T11:59:00Z',
      })),
    ],
    verdict: 'fail',
    says: 'scalardl-ledger-envoy-0 has restarted 9 times',
  },
  {
    trap: 'no pods',
    changes: [onLedger('productPods', () => [])],
    verdict: 'skipped',
    says: 'no pod of the product',
  },
  {
    trap: 'pods that were not read',
    changes: [unreadOnLedger('productPods')],
    verdict: 'unknown',
    says: 'productPods was denied',
  },
];

describe('product-pods-stable, live', () => {
  it.each(trials)('$trap: $verdict', trial => {
    expect(tryOut(productPodsStable, trial)).toEqual(expected(trial));
  });
});
