import { changed } from '../../facts/live/fixture/healthy.fixture';
import { AUDITOR } from '../../facts/live/fixture/side.fixture';
import type { LiveFacts } from '../../facts/live';
import {
  rule,
  withGroup,
  withPolicy,
  withServiceSpec,
  withTargetGroups,
} from '../../facts/live/security/changes.fixture';
import { withCloudProvider } from '../../facts/live/security/cloudProvider.fixture';
import { healthy, judge, ledger, nodes } from '../__testUtils__/ledgerReach';

describe('auditor-reaches-ledger, live, with a load balancer of the cloud provider', () => {
  const clients = [AUDITOR.cidr];

  it('passes where the nodes admit callers on the node ports', () => {
    const facts = withCloudProvider(healthy, { side: ledger, clients });
    expect(judge(facts).text).toContain(
      'sg-ledger-cluster rule tcp 30051 from 10.2.0.0/20 admits Auditor nodes',
    );
    expect(judge(facts).verdict).toBe('pass');
  });

  it.each<[string, LiveFacts, string, string]>([
    [
      'the nodes admit half of the callers',
      withCloudProvider(healthy, { side: ledger, clients: ['10.2.0.0/22'] }),
      'fail',
      'no rule of sg-ledger-cluster admits tcp 30051 from Auditor nodes in subnet-auditor-private-2',
    ],
    [
      'the nodes admit the group of callers, which does not work through it',
      withGroup(
        withCloudProvider(healthy, { side: ledger, clients }),
        nodes,
        ({ ingress }) => ({
          ingress: [
            ...ingress.slice(0, 1),
            rule({
              groups: [
                {
                  groupId: 'sg-auditor-cluster',
                  peeringId: 'pcx-1',
                  peeringStatus: 'active',
                },
              ],
            }),
          ],
        }),
      ),
      'fail',
      'no rule of sg-ledger-cluster admits tcp 30051',
    ],
    [
      'it hides the callers, and the nodes admit them only',
      withTargetGroups(
        withCloudProvider(healthy, { side: ledger, clients }),
        ledger,
        { preservesClientAddress: false },
      ),
      'fail',
      'from load balancer k8s-ledger 10.1.0.20',
    ],
    [
      'nobody knows whether it hides the callers',
      withTargetGroups(
        withCloudProvider(healthy, { side: ledger, clients }),
        ledger,
        { preservesClientAddress: undefined },
      ),
      'unknown',
      'either sg-ledger-cluster rule tcp 30051',
    ],
    [
      'a policy admits the callers, which the nodes hide behind their own addresses',
      withPolicy(
        withCloudProvider(healthy, { side: ledger, clients }),
        { side: ledger, component: 'envoy' },
        { ingress: [{ from: [{ ipBlock: { cidr: AUDITOR.cidr } }] }] },
      ),
      'fail',
      'scalardl-ledger/only-envoy selects Envoy pods, and no policy admits 10.1.0.0-10.1.5.255 to them',
    ],
    [
      'nodes pass connections to their own pods only, so that a policy must admit the callers',
      withServiceSpec(
        withPolicy(
          withCloudProvider(healthy, { side: ledger, clients }),
          { side: ledger, component: 'envoy' },
          { ingress: [{ from: [{ ipBlock: { cidr: '10.0.0.0/8' } }] }] },
        ),
        ledger,
        { externalTrafficPolicy: 'Local' },
      ),
      'pass',
      'scalardl-ledger/only-envoy ingress[0] admits 10.1.0.20/32, 10.1.2.20/32, 10.1.4.20/32, … to Envoy pods',
    ],
    [
      'a node has two interfaces with different groups',
      changed(
        withCloudProvider(healthy, { side: ledger, clients }),
        { side: ledger, fact: 'networkInterfaces' },
        interfaces => [
          ...interfaces,
          ...interfaces.slice(0, 1).map(first => ({
            ...first,
            id: 'eni-second',
            groupIds: ['sg-ledger-backend'],
          })),
        ],
      ),
      'fail',
      'no rule of sg-ledger-backend admits',
    ],
  ])('where %s', (_, facts, verdict, text) => {
    const result = judge(facts);
    expect(result.text).toContain(text);
    expect(result.verdict).toBe(verdict);
  });
});
