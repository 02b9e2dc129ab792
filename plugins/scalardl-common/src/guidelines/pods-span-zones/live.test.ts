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
    says: '3 Ledger pods in ap-northeast-1c only',
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
