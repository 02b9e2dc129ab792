import type { LiveFacts } from '../../facts/live';
import {
  withPolicy,
  withTargetGroups,
} from '../../facts/live/security/changes.fixture';
import { healthy, judge, ledger } from '../__testUtils__/ledgerReach';

describe('auditor-reaches-ledger, live, through NetworkPolicies', () => {
  it.each<[string, LiveFacts, string, string]>([
    [
      'a NetworkPolicy of Envoy leaves the load balancer out',
      withPolicy(
        healthy,
        { side: ledger, component: 'envoy' },
        {
          ingress: [{ from: [{ ipBlock: { cidr: '10.2.0.0/20' } }] }],
        },
      ),
      'fail',
      'scalardl-ledger/only-envoy selects Envoy pods, and no policy admits 10.1.0.20/32, 10.1.2.20/32, 10.1.4.20/32 to them on tcp 50051',
    ],
    [
      'a NetworkPolicy of Ledger admits Envoy by its labels',
      withPolicy(
        healthy,
        { side: ledger, component: 'ledger' },
        {
          ingress: [
            {
              from: [
                {
                  podSelector: {
                    matchLabels: { 'app.kubernetes.io/app': 'envoy' },
                  },
                },
              ],
            },
          ],
        },
      ),
      'pass',
      'scalardl-ledger/only-ledger ingress[0] admits Envoy pods to Ledger pods on tcp 50051',
    ],
    [
      'a NetworkPolicy of Ledger admits the range of all nodes',
      withPolicy(
        healthy,
        { side: ledger, component: 'ledger' },
        {
          ingress: [{ from: [{ ipBlock: { cidr: '10.1.0.0/20' } }] }],
        },
      ),
      'pass',
      'scalardl-ledger/only-ledger ingress[0] admits 10.1.0.0-10.1.5.255 to Ledger pods',
    ],
    [
      'a NetworkPolicy of Ledger admits other pods only',
      withPolicy(
        healthy,
        { side: ledger, component: 'ledger' },
        {
          ingress: [
            { from: [{ podSelector: { matchLabels: { app: 'other' } } }] },
          ],
        },
      ),
      'fail',
      'scalardl-ledger/only-ledger selects Ledger pods, and no policy admits Envoy pods to them',
    ],
    [
      'nobody knows whether client addresses are preserved, and a policy admits the load balancer only',
      withPolicy(
        withTargetGroups(healthy, ledger, {
          preservesClientAddress: undefined,
        }),
        { side: ledger, component: 'envoy' },
        { ingress: [{ from: [{ ipBlock: { cidr: '10.1.0.0/20' } }] }] },
      ),
      'unknown',
      'no policy admits 10.2.0.0-10.2.5.255 to them on tcp 50051, but whether the pods see Auditor nodes in subnet-auditor-private-0 is not known',
    ],
    [
      'nobody knows whether client addresses are preserved, and a policy refuses the load balancer too',
      withPolicy(
        withTargetGroups(healthy, ledger, {
          preservesClientAddress: undefined,
        }),
        { side: ledger, component: 'envoy' },
        { ingress: [{ from: [{ ipBlock: { cidr: '10.2.0.0/20' } }] }] },
      ),
      'fail',
      'scalardl-ledger/only-envoy selects Envoy pods, and no policy admits 10.1.0.20/32, ',
    ],
  ])('where %s', (_, facts, verdict, text) => {
    const result = judge(facts);
    expect(result.text).toContain(text);
    expect(result.verdict).toBe(verdict);
  });
});
