import {
  type Trial,
  expected,
  onLedger,
  onPods,
  tryOut,
  unreadOnLedger,
} from '../liveTrial.fixture';
import { productPodsOnThreeNodes } from './productPodsOnThreeNodes';

/** So many pods as there are nodes in the list, each on its node. */
const podsOn = (...nodes: string[]) =>
  onLedger('productPods', ([pod]) =>
    pod
      ? nodes.map((node, index) => ({ ...pod, name: `pod-${index}`, node }))
      : [],
  );

const trials: Trial[] = [
  {
    trap: 'one on each of three',
    verdict: 'pass',
    says: '3 pods on 3 nodes',
  },
  {
    trap: 'two on one node, as preferred anti-affinity allows',
    changes: [podsOn('a', 'a', 'b')],
    verdict: 'fail',
    says: '3 pods on 2 nodes: 2 on a, 1 on b',
  },
  {
    trap: 'seven, evenly',
    changes: [podsOn('a', 'a', 'a', 'b', 'b', 'c', 'c')],
    verdict: 'pass',
    says: '7 pods on 3 nodes',
  },
  {
    trap: 'three nodes, of which one has most pods',
    changes: [podsOn('a', 'a', 'a', 'a', 'b', 'c')],
    verdict: 'fail',
    says: '6 pods on 3 nodes: 4 on a',
  },
  {
    trap: 'a third pod that is not ready',
    changes: [onPods('ledger', (_, index) => ({ ready: index > 0 }))],
    verdict: 'fail',
    says: '2 pods on 2 nodes',
  },
  {
    trap: 'Envoy pods, which are not counted',
    changes: [onPods('envoy', () => ({ node: 'node-ledger-0' }))],
    verdict: 'pass',
    says: '3 pods on 3 nodes',
  },
  {
    trap: 'no ready pod',
    changes: [onPods('ledger', () => ({ ready: false }))],
    verdict: 'skipped',
    says: 'no ready Ledger pod',
  },
  {
    trap: 'pods that were not read',
    changes: [unreadOnLedger('productPods')],
    verdict: 'unknown',
    says: 'productPods was denied',
  },
];

describe('product-pods-on-three-nodes, live', () => {
  it.each(trials)('$trap: $verdict', trial => {
    expect(tryOut(productPodsOnThreeNodes, trial)).toEqual(expected(trial));
  });
});
