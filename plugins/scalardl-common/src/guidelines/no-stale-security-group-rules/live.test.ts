import type { LiveFacts } from '../../facts/live';
import {
  changed,
  healthyFacts,
  unread,
} from '../../facts/live/fixture/healthy.fixture';
import { rule, withGroup } from '../../facts/live/security/changes.fixture';
import { judgeLive } from '../judge';
import { noStaleSecurityGroupRules } from './noStaleSecurityGroupRules';

const healthy = healthyFacts();
const ledger = 'ledger' as const;

function judge(facts: LiveFacts) {
  const results = judgeLive([noStaleSecurityGroupRules], facts);
  return results.map(({ scope, verdict, reason, observed }) => ({
    scope,
    verdict,
    text: [reason, observed].join('\n'),
  }));
}

function referring(peeringStatus: string | undefined) {
  return withGroup(healthy, { side: ledger, id: 'sg-ledger-balancer' }, () => ({
    ingress: [
      rule({
        groups: [
          { groupId: 'sg-auditor-cluster', peeringId: 'pcx-0', peeringStatus },
        ],
      }),
    ],
  }));
}

describe('no-stale-security-group-rules, live', () => {
  it.each<[string, LiveFacts, string, string]>([
    ['none is listed', healthy, 'pass', 'none is listed'],
    [
      'AWS lists one',
      changed(healthy, { side: ledger, fact: 'staleSecurityGroups' }, () => [
        { groupId: 'sg-ledger-balancer', references: ['sg-gone'] },
      ]),
      'fail',
      'sg-ledger-balancer refers to sg-gone',
    ],
    [
      'a rule shows that its peering is gone before AWS lists it',
      referring('deleted'),
      'fail',
      'sg-ledger-balancer refers to sg-auditor-cluster over pcx-0, which is deleted',
    ],
    [
      'a rule refers to a peer that is there',
      referring('active'),
      'pass',
      'none is listed',
    ],
    [
      'the list was not read',
      unread(healthy, { side: ledger, fact: 'staleSecurityGroups' }),
      'unknown',
      'staleSecurityGroups was denied',
    ],
  ])('where %s', (_, facts, verdict, text) => {
    const [first, second] = judge(facts);
    expect(first?.text).toContain(text);
    expect(first).toMatchObject({ scope: 'ledger', verdict });
    expect(second).toMatchObject({ scope: 'auditor', verdict: 'pass' });
  });
});
