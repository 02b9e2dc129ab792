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
  withPolicy,
  withServiceSpec,
} from '../../facts/live/security/changes.fixture';
import { SIDES, type Side } from '../../report/report';
import { judgeLive } from '../judge';
import { egressReachesOtherSide } from './egressReachesOtherSide';

const healthy = healthyFacts();
const nodes = { side: 'auditor', id: 'sg-auditor-cluster' } as const;
const product = { side: 'auditor', component: 'auditor' } as const;

function judge(facts: LiveFacts) {
  const [result] = judgeLive([egressReachesOtherSide], facts);
  const details = result?.subjects.map(({ id, detail }) => `${id}: ${detail}`);
  return {
    verdict: result?.verdict,
    text: [result?.reason, result?.observed, ...(details ?? [])].join('\n'),
  };
}

function calling(...rules: Parameters<typeof rule>[0][]) {
  return () => ({ egress: rules.map(rule) });
}

const DNS = { ports: [{ protocol: 'UDP', port: 53 }] };
const LEDGER_PORTS = [50051, 50052].map(port => ({ port }));

describe('egress-reaches-other-side, live', () => {
  it.each<[string, LiveFacts, string, string]>([
    [
      'everything may leave',
      healthy,
      'pass',
      'Auditor to Ledger load balancer k8s-ledger :50051: sg-auditor-cluster rule all to 0.0.0.0/0 admits load balancer k8s-ledger',
    ],
    [
      'the nodes may call the web only',
      withGroup(
        healthy,
        nodes,
        calling({ ports: { from: 443, to: 443 }, cidrs: ['0.0.0.0/0'] }),
      ),
      'fail',
      'no rule of sg-auditor-cluster admits tcp 50051 to load balancer k8s-ledger 10.1.0.20',
    ],
    [
      'the nodes may call the Ledger’s network on its ports',
      withGroup(
        healthy,
        nodes,
        calling({ ports: { from: 50051, to: 50052 }, cidrs: ['10.1.0.0/20'] }),
      ),
      'pass',
      'sg-auditor-cluster rule tcp 50051-50052 to 10.1.0.0/20',
    ],
    [
      'a zone of the load balancer is left out',
      withGroup(
        healthy,
        nodes,
        calling({ protocol: '-1', cidrs: ['10.1.0.0/22'] }),
      ),
      'fail',
      'k8s-ledger 10.1.4.20/32',
    ],
    [
      'a prefix list that was not read may hold the load balancer',
      withGroup(
        healthy,
        nodes,
        calling({ protocol: '-1', prefixListIds: ['pl-1'] }),
      ),
      'unknown',
      'prefix list pl-1 was not read',
    ],
    [
      'the group of the load balancer is named across the peering',
      withGroup(
        healthy,
        nodes,
        calling({
          groups: [
            {
              groupId: 'sg-ledger-balancer',
              peeringId: 'pcx-1',
              peeringStatus: 'active',
            },
          ],
        }),
      ),
      'pass',
      'sg-auditor-cluster rule tcp to sg-ledger-balancer',
    ],
    [
      'the load balancer has other ports than the pods',
      withGroup(
        withBalancer(
          withServiceSpec(healthy, 'ledger', {
            ports: [
              { port: 60051, targetPort: 50051 },
              { port: 60052, targetPort: 50052 },
            ],
          }),
          'ledger',
          ({ listeners }) => ({
            listeners: listeners.map(each => ({
              ...each,
              port: each.port + 10000,
            })),
          }),
        ),
        nodes,
        calling({ ports: { from: 50051, to: 50052 }, cidrs: ['10.1.0.0/20'] }),
      ),
      'fail',
      'admits tcp 60051',
    ],
    [
      'the load balancer faces the internet, so that its addresses are not known',
      withGroup(
        withBalancer(healthy, 'ledger', () => ({ scheme: 'internet-facing' })),
        nodes,
        calling({ protocol: '-1', cidrs: ['10.1.0.0/20'] }),
      ),
      'unknown',
      'to public addresses of load balancer k8s-ledger',
    ],
    [
      'a policy without rules refuses everything',
      withPolicy(healthy, product, { policyTypes: ['Egress'] }),
      'fail',
      'selects Auditor pods, and no policy admits them to 10.1.0.20/32',
    ],
    [
      'a policy admits the load balancer and forgets name resolution',
      withPolicy(healthy, product, {
        policyTypes: ['Egress'],
        egress: [
          { to: [{ ipBlock: { cidr: '10.1.0.0/20' } }], ports: LEDGER_PORTS },
        ],
      }),
      'fail',
      'selects Auditor pods, and no policy admits them to the name server on udp 53',
    ],
    [
      'a policy admits both',
      withPolicy(healthy, product, {
        policyTypes: ['Egress'],
        egress: [
          { to: [{ ipBlock: { cidr: '10.1.0.0/20' } }], ports: LEDGER_PORTS },
          DNS,
        ],
      }),
      'pass',
      'egress[0] admits Auditor pods to 10.1.0.20/32',
    ],
    [
      'a policy of the Ledger side admits the Auditor’s client port only',
      withPolicy(
        healthy,
        { side: 'ledger', component: 'ledger' },
        {
          policyTypes: ['Egress'],
          egress: [{ ports: [{ port: 40051 }] }, DNS],
        },
      ),
      'fail',
      'selects Ledger pods, and no policy admits them to 10.2.0.20/32, 10.2.2.20/32, 10.2.4.20/32 on tcp 40052',
    ],
    [
      'no side has a load balancer',
      SIDES.reduce(
        (before, side) => withServiceSpec(before, side, { type: 'ClusterIP' }),
        healthy,
      ),
      'skipped',
      'no side has a load balancer that the other could call',
    ],
    [
      'Ledger is not deployed, so that nobody calls and nothing is called',
      changed(
        healthy,
        { side: 'ledger', fact: 'productDeployments' },
        () => [],
      ),
      'skipped',
      'no side has a load balancer',
    ],
  ])('where %s', (_, facts, verdict, text) => {
    expect(judge(facts).text).toContain(text);
    expect(judge(facts).verdict).toBe(verdict);
  });

  it.each<[Side, LiveFactName]>(
    SIDES.flatMap(side =>
      (
        [
          'services',
          'securityGroups',
          'networkInterfaces',
          'nodes',
          'networkPolicies',
        ] as const
      ).map((fact): [Side, LiveFactName] => [side, fact]),
    ),
  )('is unknown where of %s %s was not read', (side, fact) => {
    const { verdict, text } = judge(unread(healthy, { side, fact }));
    expect(verdict).toBe('unknown');
    expect(text).toContain(`${fact} was denied`);
  });

  it('does without the health of targets', () => {
    const facts = unread(healthy, { side: 'ledger', fact: 'targetHealth' });
    expect(judge(facts).verdict).toBe('pass');
  });
});
