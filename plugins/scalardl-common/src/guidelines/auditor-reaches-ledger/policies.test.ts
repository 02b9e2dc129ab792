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
      'NetworkPolicies refuse Envoy pods from 10.1.0.20/32',
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
      'NetworkPolicies admit Ledger pods from Envoy pods',
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
      'NetworkPolicies admit',
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
      'NetworkPolicies refuse Ledger pods from Envoy pods',
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
      'NetworkPolicies refuse Envoy pods',
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
      'NetworkPolicies refuse Envoy pods from 10.1.0.20/32',
    ],
  ])('where %s', (_, facts, verdict, text) => {
    const result = judge(facts);
    expect(result.text).toContain(text);
    expect(result.verdict).toBe(verdict);
  });
});
