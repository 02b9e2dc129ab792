import { changed } from '../../facts/live/fixture/healthy.fixture';
import type { LiveFacts } from '../../facts/live';
import {
  rule,
  withBalancer,
  withGroup,
  withServiceSpec,
} from '../../facts/live/security/changes.fixture';
import {
  balancer,
  healthy,
  judge,
  ledger,
  withProperty,
} from '../__testUtils__/ledgerReach';

describe('auditor-reaches-ledger, live, by its load balancer', () => {
  it.each<[string, LiveFacts, string, string]>([
    [
      'the Service has no load balancer yet',
      changed(healthy, { side: ledger, fact: 'services' }, services =>
        services.map(service => ({ ...service, status: { loadBalancer: {} } })),
      ),
      'fail',
      'has no load balancer yet',
    ],
    [
      'the Service is none for callers',
      withServiceSpec(healthy, ledger, { type: 'ClusterIP' }),
      'fail',
      'no port of a load balancer leads to 50051: Service scalardl-ledger/scalardl-ledger-envoy is ClusterIP',
    ],
    [
      'the status names a load balancer that is gone',
      changed(healthy, { side: ledger, fact: 'loadBalancers' }, () => []),
      'fail',
      'is no network load balancer of the VPC',
    ],
    [
      'the load balancer is still being made',
      withBalancer(healthy, ledger, () => ({ state: 'provisioning' })),
      'fail',
      'is provisioning',
    ],
    [
      'a listener is missing',
      withBalancer(healthy, ledger, ({ listeners }) => ({
        listeners: listeners.slice(0, 1),
      })),
      'fail',
      'has no listener for TCP on 50052, only TCP 50051',
    ],
    [
      'Ledger listens on a port to which nothing leads',
      withProperty(healthy, 'scalar.dl.ledger.server.privileged_port=60052'),
      'fail',
      'no port of a load balancer leads to 60052',
    ],
    [
      'a port of Ledger comes from the environment',
      withProperty(healthy, 'scalar.dl.ledger.server.port=${env:PORT}'),
      'unknown',
      'is set by an environment variable',
    ],
    [
      'the load balancer listens on other ports than the pods, which the rules follow',
      withGroup(
        withBalancer(
          withServiceSpec(healthy, ledger, {
            ports: [
              { name: 'envoy', port: 60051, targetPort: 50051 },
              { name: 'envoy-priv', port: 60052, targetPort: 50052 },
            ],
          }),
          ledger,
          ({ listeners }) => ({
            listeners: listeners.map(each => ({
              ...each,
              port: each.port + 10000,
            })),
          }),
        ),
        balancer,
        () => ({
          ingress: [
            rule({ ports: { from: 60051, to: 60052 }, cidrs: ['10.2.0.0/20'] }),
          ],
        }),
      ),
      'pass',
      'tcp 60051-60052',
    ],
    [
      'the load balancer faces the internet, so that callers have public addresses',
      withBalancer(healthy, ledger, () => ({ scheme: 'internet-facing' })),
      'unknown',
      'the load balancer faces the internet',
    ],
    [
      'the subnets of the load balancer are not among those that were read',
      withBalancer(healthy, ledger, () => ({
        subnetIds: ['subnet-elsewhere'],
      })),
      'unknown',
      'no IPv4 address of load balancer k8s-ledger is known',
    ],
  ])('where %s', (_, facts, verdict, text) => {
    const result = judge(facts);
    expect(result.text).toContain(text);
    expect(result.verdict).toBe(verdict);
  });
});
