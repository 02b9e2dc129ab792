import type { LiveFacts } from '../../facts/live';
import { changed } from '../../facts/live/fixture/healthy.fixture';
import {
  withBalancer,
  withServiceSpec,
  withTargetGroups,
} from '../../facts/live/security/changes.fixture';
import { withCloudProvider } from '../../facts/live/security/cloudProvider.fixture';
import {
  healthy,
  judge,
  ledger,
  withProperties,
} from '../__testUtils__/agreeingPorts';

/** The load balancer of Ledger has other ports than its pods, and the Auditor calls `called`. */
function moved(called: number): LiveFacts {
  const service = withServiceSpec(healthy, ledger, {
    ports: [
      { name: 'envoy', port: 60051, targetPort: 50051 },
      { name: 'envoy-priv', port: 60052, targetPort: 50052 },
    ],
  });
  const balancer = withBalancer(service, ledger, ({ listeners }) => ({
    listeners: listeners.map(each => ({ ...each, port: each.port + 10000 })),
  }));
  return withProperties(
    balancer,
    'auditor',
    [
      `scalar.dl.auditor.ledger.port=${called}`,
      'scalar.dl.auditor.ledger.privileged_port=60052',
    ].join('\n'),
  );
}

describe('ports-agree, live, at load balancers', () => {
  it.each<[string, LiveFacts, string, string]>([
    [
      'the load balancer has no listener for a port of the Service',
      withBalancer(healthy, ledger, ({ listeners }) => ({
        listeners: listeners.slice(1),
      })),
      'fail',
      'k8s-ledger listens on TCP 50052, and Service scalardl-ledger/scalardl-ledger-envoy has port 50051',
    ],
    [
      'a listener is for UDP',
      withBalancer(healthy, ledger, ({ listeners }) => ({
        listeners: listeners.map(each => ({ ...each, protocol: 'UDP' })),
      })),
      'fail',
      'k8s-ledger listens on UDP 50051, UDP 50052, and',
    ],
    [
      'targets were registered on a port of earlier',
      changed(healthy, { side: ledger, fact: 'targetHealth' }, groups =>
        groups.map(group => ({
          ...group,
          targets: group.targets.map(target => ({ ...target, port: 60051 })),
        })),
      ),
      'fail',
      'k8s-ledger :50051 leads to 60051, and the pods’ port is 50051',
    ],
    [
      'nodes are targets on their node ports',
      withCloudProvider(healthy, { side: ledger, clients: [] }),
      'pass',
      'k8s-ledger :50051 leads to 30051, and the node port is 30051',
    ],
    [
      'nodes are targets on another port',
      withServiceSpec(
        withCloudProvider(healthy, { side: ledger, clients: [] }),
        ledger,
        {
          ports: [
            { port: 50051, targetPort: 50051, nodePort: 31000 },
            { port: 50052, targetPort: 50052, nodePort: 30052 },
          ],
        },
      ),
      'fail',
      'leads to 30051, and the node port is 31000',
    ],
    [
      'nothing is registered, and the target group has another port',
      withTargetGroups(
        changed(healthy, { side: ledger, fact: 'targetHealth' }, () => []),
        ledger,
        { port: 1 },
      ),
      'fail',
      'k8s-ledger :50051 leads to 1',
    ],
    [
      'the load balancer has other ports, and the Auditor calls them',
      moved(60051),
      'pass',
      'port is 60051, and Ledger’s load balancer leads to its client port from 60051',
    ],
    [
      'the Auditor calls the port of the pods instead of the load balancer’s',
      moved(50051),
      'fail',
      'scalar.dl.auditor.ledger.port is 50051, and Ledger’s load balancer leads to its client port from 60051',
    ],
  ])('where %s', (_, facts, verdict, text) => {
    expect(judge(facts).text).toContain(text);
    expect(judge(facts).verdict).toBe(verdict);
  });
});
