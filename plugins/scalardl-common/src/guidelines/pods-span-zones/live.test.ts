import {
  type Trial,
  expected,
  onLedger,
  onPods,
  tryOut,
  unreadOnLedger,
} from '../liveTrial.fixture';
import { podsSpanZones } from './podsSpanZones';

const oneZone = onLedger('nodes', nodes =>
  nodes.map(node => ({ ...node, zone: 'ap-northeast-1a' })),
);

const trials: Trial[] = [
  {
    trap: 'three zones',
    verdict: 'pass',
    says: '3 Ledger pods in ap-northeast-1a, ap-northeast-1c, ap-northeast-1d',
  },
  {
    trap: 'different nodes in one zone',
    changes: [oneZone],
    verdict: 'fail',
    says: '3 Ledger pods in ap-northeast-1a only',
  },
  {
    trap: 'all pods on the nodes of one zone, though there are others',
    changes: [onPods('ledger', () => ({ node: 'node-ledger-1' }))],
    verdict: 'fail',
    says: '3 Ledger pods in ap-northeast-1c only, and none in ap-northeast-1a, ap-northeast-1d',
  },
  {
    trap: 'two of three pods in one zone, though nodes stand in three',
    changes: [
      onPods('ledger', (_, index) => ({ node: `node-ledger-${index % 2}` })),
    ],
    verdict: 'fail',
    says: '3 Ledger pods in ap-northeast-1a, ap-northeast-1c only, and none in ap-northeast-1d',
  },
  {
    trap: 'two zones, where the nodes stand in no more',
    changes: [
      onPods('ledger', (_, index) => ({ node: `node-ledger-${index % 2}` })),
      onPods('envoy', (_, index) => ({ node: `node-ledger-${index % 2}` })),
      onLedger('nodes', nodes => nodes.slice(0, 2)),
    ],
    verdict: 'pass',
    says: '3 Ledger pods in ap-northeast-1a, ap-northeast-1c',
  },
  {
    trap: 'a third zone whose node takes no pods',
    changes: [
      onPods('ledger', (_, index) => ({ node: `node-ledger-${index % 2}` })),
      onPods('envoy', (_, index) => ({ node: `node-ledger-${index % 2}` })),
      onLedger('nodes', nodes =>
        nodes.map((node, index) => ({ ...node, unschedulable: index === 2 })),
      ),
    ],
    verdict: 'pass',
    says: '3 Ledger pods in ap-northeast-1a, ap-northeast-1c',
  },
  {
    trap: 'two pods, which fill two of three zones',
    changes: [onPods('ledger', (_, index) => ({ ready: index > 0 }))],
    verdict: 'pass',
    says: '2 Ledger pods in ap-northeast-1c, ap-northeast-1d',
  },
  {
    trap: 'Envoy in one zone',
    changes: [onPods('envoy', () => ({ node: 'node-ledger-2' }))],
    verdict: 'fail',
    says: '3 Envoy pods in ap-northeast-1d only',
  },
  {
    trap: 'pods that are not ready in the other zones',
    changes: [onPods('ledger', (_, index) => ({ ready: index === 0 }))],
    verdict: 'fail',
    says: '1 Ledger pods in ap-northeast-1a only',
  },
  {
    trap: 'a node that does not tell its zone',
    changes: [
      oneZone,
      onLedger('nodes', nodes =>
        nodes.map((node, index) =>
          index === 1 ? { ...node, zone: undefined, zoneId: undefined } : node,
        ),
      ),
    ],
    verdict: 'unknown',
    says: 'the zone of node-ledger-1',
  },
  {
    trap: 'two zones, and Deployments that were not read, so that no more may be allowed',
    changes: [
      onPods('ledger', (_, index) => ({ node: `node-ledger-${index % 2}` })),
      unreadOnLedger('productDeployments'),
    ],
    verdict: 'unknown',
    says: 'productDeployments was denied',
  },
  {
    trap: 'three zones, whatever the Deployments say',
    changes: [unreadOnLedger('productDeployments')],
    verdict: 'pass',
    says: '3 Ledger pods in',
  },
  {
    trap: 'no pods',
    changes: [onLedger('productPods', () => [])],
    verdict: 'skipped',
    says: 'no ready pod',
  },
  {
    trap: 'nodes that were not read',
    changes: [unreadOnLedger('nodes')],
    verdict: 'unknown',
    says: 'nodes was denied',
  },
];

describe('pods-span-zones, live', () => {
  it.each(trials)('$trap: $verdict', trial => {
    expect(tryOut(podsSpanZones, trial)).toEqual(expected(trial));
  });
});
