import type { LiveFactName, LiveFacts } from '../../facts/live';
import {
  changed,
  healthyFacts,
  unread,
} from '../../facts/live/fixture/healthy.fixture';
import { AUDITOR, LEDGER } from '../../facts/live/fixture/side.fixture';
import { withServiceSpec } from '../../facts/live/security/changes.fixture';
import type { Side } from '../../report/report';
import { judgeLive } from '../judge';
import { auditorPointsAtLedger } from './auditorPointsAtLedger';
import { calling } from '../__testUtils__/callingLedger';
import { HOST as KEY } from './host';

const healthy = healthyFacts();

function judge(facts: LiveFacts) {
  const [result] = judgeLive([auditorPointsAtLedger], facts);
  return {
    scope: result?.scope,
    verdict: result?.verdict,
    text: [result?.reason, result?.observed].join('\n'),
  };
}

/** Ledger's load balancer was made again, and the former is still there. */
const recreated = changed(
  changed(healthy, { side: 'ledger', fact: 'loadBalancers' }, ([balancer]) =>
    balancer
      ? [
          balancer,
          {
            ...balancer,
            name: 'k8s-new',
            arn: balancer.arn.replace('/1', '/2'),
            dnsName: 'k8s-new-4567.elb.ap-northeast-1.amazonaws.com',
          },
        ]
      : [],
  ),
  { side: 'ledger', fact: 'services' },
  services =>
    services.map(service => ({
      ...service,
      status: {
        loadBalancer: {
          ingress: [
            { hostname: 'k8s-new-4567.elb.ap-northeast-1.amazonaws.com' },
          ],
        },
      },
    })),
);

describe('auditor-points-at-ledger, live', () => {
  it.each<[string, LiveFacts, string, string]>([
    ['the host is the load balancer', healthy, 'pass', 'it is k8s-ledger'],
    [
      'the host is written otherwise',
      calling(`${LEDGER.balancerHost.toUpperCase()}.`),
      'pass',
      'it is k8s-ledger',
    ],
    [
      'the host is the name of one zone of it',
      calling(`ap-northeast-1a.${LEDGER.balancerHost}`),
      'pass',
      'it is k8s-ledger, in one zone',
    ],
    [
      'the host is an address of it',
      calling('10.1.0.20'),
      'pass',
      'it is an address of k8s-ledger, in one zone',
    ],
    [
      'the host is another address of the Ledger’s network',
      calling('10.1.0.99'),
      'fail',
      'it is no address of Ledger’s load balancer',
    ],
    [
      'the host is no address at all',
      calling('10.1.0.999'),
      'fail',
      'it is no address of Ledger’s load balancer',
    ],
    ['the host is left out', calling(undefined), 'fail', `${KEY} is not set`],
    [
      'the host is localhost',
      calling('localhost'),
      'fail',
      `${KEY} is "localhost"`,
    ],
    [
      'the host is a Service of its own cluster',
      calling('scalardl-ledger-envoy.scalardl-ledger.svc'),
      'fail',
      '.svc"',
    ],
    [
      'the host is a Service of its own cluster, without .svc',
      calling('scalardl-auditor-envoy.scalardl-auditor'),
      'fail',
      'it is Service scalardl-auditor/scalardl-auditor-envoy of the Auditor’s own cluster',
    ],
    [
      'the host comes from the environment',
      calling('${env:LEDGER_HOST}'),
      'unknown',
      'is set by an environment variable',
    ],
    [
      'the load balancer was made again, and the former one is still there',
      recreated,
      'fail',
      'it is k8s-ledger, which is not in front of Ledger; Ledger has k8s-new-4567.elb',
    ],
    [
      'the load balancer was made again, and the former one is gone',
      changed(recreated, { side: 'ledger', fact: 'loadBalancers' }, list =>
        list.slice(1),
      ),
      'fail',
      'it is the name of a load balancer that is gone or somebody else’s; Ledger has k8s-new-4567.elb',
    ],
    [
      'the Service still names the load balancer that is gone',
      changed(healthy, { side: 'ledger', fact: 'loadBalancers' }, () => []),
      'fail',
      'Ledger has no load balancer now',
    ],
    [
      'the host is a classic load balancer',
      calling('abc-1.ap-northeast-1.elb.amazonaws.com'),
      'fail',
      'gone or somebody else’s',
    ],
    [
      'the host is the Auditor’s own load balancer',
      calling(AUDITOR.balancerHost),
      'fail',
      'it is k8s-auditor, which is not in front of Ledger',
    ],
    [
      'the Ledger’s Service has no load balancer any more',
      withServiceSpec(healthy, 'ledger', { type: 'ClusterIP' }),
      'fail',
      'it is k8s-ledger, which is not in front of Ledger; Ledger has no load balancer now',
    ],
    [
      'the host is a name that no private zone holds',
      calling('ledger.payments.internal'),
      'unknown',
      'no private zone of the Auditor’s VPC holds the name, and where it leads only a name server can tell',
    ],
    [
      'the host is the name with addresses of both kinds',
      calling(`dualstack.${LEDGER.balancerHost}`),
      'pass',
      'it is k8s-ledger',
    ],
    [
      'Auditor is not deployed',
      changed(
        healthy,
        { side: 'auditor', fact: 'properties' },
        () => undefined,
      ),
      'skipped',
      'Auditor is not deployed',
    ],
  ])('where %s', (_, facts, verdict, text) => {
    expect(judge(facts).text).toContain(text);
    expect(judge(facts)).toMatchObject({ scope: 'pair', verdict });
  });

  it.each<[Side, LiveFactName]>([
    ['auditor', 'properties'],
    ['ledger', 'services'],
    ['ledger', 'productDeployments'],
    ['ledger', 'loadBalancers'],
  ])('is unknown where of %s %s was not read', (side, fact) => {
    const { verdict, text } = judge(unread(healthy, { side, fact }));
    expect(verdict).toBe('unknown');
    expect(text).toContain(`${fact} was denied`);
  });

  it('needs the interfaces of the load balancer for an address only', () => {
    const fact = 'networkInterfaces';
    expect(judge(unread(healthy, { side: 'ledger', fact })).verdict).toBe(
      'pass',
    );
    const address = unread(calling('10.1.0.20'), { side: 'ledger', fact });
    expect(judge(address).verdict).toBe('unknown');
  });

  it('fails on localhost whatever was read of Ledger', () => {
    const facts = unread(calling('localhost'), {
      side: 'ledger',
      fact: 'services',
    });
    expect(judge(facts).verdict).toBe('fail');
  });
});
