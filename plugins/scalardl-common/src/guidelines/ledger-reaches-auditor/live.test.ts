import type { LiveFactName, LiveFacts } from '../../facts/live';
import {
  changed,
  healthyFacts,
  unread,
} from '../../facts/live/fixture/healthy.fixture';
import {
  rule,
  withBalancer,
  withGroup,
} from '../../facts/live/security/changes.fixture';
import { withCloudProvider } from '../../facts/live/security/cloudProvider.fixture';
import type { Side } from '../../report/report';
import { judgeLive } from '../judge';
import { ledgerReachesAuditor } from './ledgerReachesAuditor';

const healthy = healthyFacts();
const auditor = 'auditor' as const;
const balancer = { side: auditor, id: 'sg-auditor-balancer' };

function judge(facts: LiveFacts) {
  const [result] = judgeLive([ledgerReachesAuditor], facts);
  return {
    verdict: result?.verdict,
    text: [result?.reason, result?.observed].join('\n'),
  };
}

function admitting(from: number, to: number, cidr: string) {
  return () => ({ ingress: [rule({ ports: { from, to }, cidrs: [cidr] })] });
}

describe('ledger-reaches-auditor, live', () => {
  it.each<[string, LiveFacts, string, string]>([
    [
      'everything is well',
      healthy,
      'pass',
      'sg-auditor-balancer rule tcp 40051',
    ],
    [
      'the Ledger’s network is left out',
      withGroup(healthy, balancer, admitting(40051, 40052, '10.2.0.0/20')),
      'fail',
      'no rule of sg-auditor-balancer, sg-auditor-backend admits tcp 40051 from Ledger nodes',
    ],
    [
      'the rules name the ports of Ledger',
      withGroup(healthy, balancer, admitting(50051, 50052, '10.1.0.0/20')),
      'fail',
      'admits tcp 40051 from Ledger nodes',
    ],
    [
      'the nodes of the Auditor admit callers on other node ports',
      withGroup(
        withCloudProvider(healthy, { side: auditor, clients: ['10.1.0.0/20'] }),
        { side: auditor, id: 'sg-auditor-cluster' },
        ({ ingress }) => ({
          ingress: [
            ...ingress.slice(0, 1),
            rule({ ports: { from: 31000, to: 32767 }, cidrs: ['10.1.0.0/20'] }),
          ],
        }),
      ),
      'fail',
      'no rule of sg-auditor-cluster admits tcp 30051 from Ledger nodes',
    ],
    [
      'the load balancer faces the internet and everybody is admitted',
      withGroup(
        withBalancer(healthy, auditor, () => ({ scheme: 'internet-facing' })),
        balancer,
        admitting(40051, 40052, '0.0.0.0/0'),
      ),
      'pass',
      'sg-auditor-balancer rule tcp 40051-40052 from 0.0.0.0/0',
    ],
    [
      'Auditor is not deployed',
      changed(healthy, { side: auditor, fact: 'productDeployments' }, () => []),
      'skipped',
      'Auditor is not deployed',
    ],
  ])('where %s', (_, facts, verdict, text) => {
    expect(judge(facts).text).toContain(text);
    expect(judge(facts).verdict).toBe(verdict);
  });

  it.each<[Side, LiveFactName]>([
    ['auditor', 'loadBalancers'],
    ['auditor', 'targetHealth'],
    ['ledger', 'nodes'],
    ['ledger', 'networkInterfaces'],
  ])('is unknown where of %s %s was not read', (side, fact) => {
    const { verdict, text } = judge(unread(healthy, { side, fact }));
    expect(verdict).toBe('unknown');
    expect(text).toContain(`${fact} was denied`);
  });

  it('does without the load balancers of Ledger', () => {
    const facts = unread(healthy, { side: 'ledger', fact: 'loadBalancers' });
    expect(judge(facts).verdict).toBe('pass');
  });
});
