import type { KubernetesJson, LiveFactName, LiveFacts } from '../../facts/live';
import { changed, unread } from '../../facts/live/fixture/healthy.fixture';
import { withServiceSpec } from '../../facts/live/security/changes.fixture';
import { SIDES, type Side } from '../../report/report';
import {
  healthy,
  judge,
  ledger,
  withProperties,
} from '../__testUtils__/agreeingPorts';

/** The containers of one Deployment of Ledger with these parts beside their own. */
function withContainer(
  facts: LiveFacts,
  component: string,
  rest: Readonly<Record<string, unknown>>,
): LiveFacts {
  const change = (deployment: KubernetesJson): KubernetesJson => {
    if (!deployment.metadata.name.endsWith(`-${component}`)) return deployment;
    const template = deployment.spec?.template as {
      spec: { containers: Record<string, unknown>[] };
    };
    const containers = template.spec.containers.map(container => ({
      ...container,
      ...rest,
    }));
    return {
      ...deployment,
      spec: {
        ...deployment.spec,
        template: { ...template, spec: { ...template.spec, containers } },
      },
    };
  };
  return changed(facts, { side: ledger, fact: 'productDeployments' }, list =>
    list.map(change),
  );
}

const listening = (...ports: number[]) => ({
  static_resources: {
    listeners: ports.map(port_value => ({
      address: { socket_address: { port_value } },
    })),
    clusters: [
      {
        load_assignment: {
          endpoints: [
            {
              lb_endpoints: [50051, 50052].map(port_value => ({
                endpoint: { address: { socket_address: { port_value } } },
              })),
            },
          ],
        },
      },
    ],
  },
});

function withConfiguration(...ports: number[]): LiveFacts {
  // JSON is YAML.
  const text = JSON.stringify(listening(...ports));
  return changed(
    healthy,
    { side: ledger, fact: 'envoyConfiguration' },
    () => text,
  );
}

const named = (containers: Readonly<Record<string, unknown>>) =>
  withContainer(
    withServiceSpec(healthy, ledger, {
      ports: [
        { name: 'envoy', port: 50051, targetPort: 'grpc' },
        { name: 'envoy-priv', port: 50052, targetPort: 50052 },
      ],
    }),
    'envoy',
    containers,
  );

describe('ports-agree, live', () => {
  it.each<[string, LiveFacts, string, string]>([
    [
      'every place means the same ports',
      healthy,
      'pass',
      'port 50051 of Service scalardl-ledger/scalardl-ledger-envoy leads to 50051',
    ],
    [
      'the properties name a port to which no Service leads',
      withProperties(
        healthy,
        ledger,
        'scalar.dl.ledger.server.privileged_port=60052',
      ),
      'fail',
      'no port leads to 60052: Service scalardl-ledger/scalardl-ledger-envoy leads to 50051, 50052',
    ],
    [
      'the last of two lines counts',
      withProperties(
        healthy,
        ledger,
        'scalar.dl.ledger.server.port=60051\nscalar.dl.ledger.server.port=50051',
      ),
      'pass',
      'leads to 50051',
    ],
    [
      'a port comes from the environment',
      withProperties(
        healthy,
        ledger,
        'scalar.dl.ledger.server.port=${env:PORT}',
      ),
      'unknown',
      'scalar.dl.ledger.server.port is set by an environment variable',
    ],
    [
      'the containers declare other ports',
      withContainer(healthy, 'ledger', {
        ports: [{ containerPort: 50051 }, { containerPort: 50053 }],
      }),
      'fail',
      'the containers of scalardl-ledger-ledger declare 50051, 50053, and scalar.dl.ledger.server.privileged_port is not set, so 50052',
    ],
    [
      'the containers declare the ports, and more',
      withContainer(healthy, 'ledger', {
        ports: [50051, 50052, 50053, 8080].map(containerPort => ({
          containerPort,
        })),
      }),
      'pass',
      'declare 50051, 50052, 50053, 8080',
    ],
    [
      'the probe of the chart calls another port',
      withContainer(
        withProperties(healthy, ledger, 'scalar.dl.ledger.server.port=50061'),
        'ledger',
        {
          startupProbe: {
            exec: {
              command: [
                '/usr/local/bin/grpc_health_probe',
                '-addr=localhost:50051',
              ],
            },
          },
        },
      ),
      'fail',
      'the startupProbe of scalardl-ledger calls 50051, and scalar.dl.ledger.server.port is 50061',
    ],
    [
      'a probe by gRPC calls another port',
      withContainer(healthy, 'ledger', {
        livenessProbe: { grpc: { port: 50052 } },
      }),
      'fail',
      'the livenessProbe of scalardl-ledger calls 50052',
    ],
    [
      'Envoy listens elsewhere',
      withContainer(healthy, 'envoy', {
        env: [
          {
            name: 'service_listeners',
            value: 'scalardl-service:50051,scalardl-privileged:60052',
          },
        ],
      }),
      'fail',
      'service_listeners of Envoy is scalardl-service:50051,scalardl-privileged:60052',
    ],
    [
      'Envoy is told the ports',
      withContainer(healthy, 'envoy', {
        env: [
          {
            name: 'service_listeners',
            value: 'scalardl-service:50051,scalardl-privileged:50052',
          },
        ],
      }),
      'pass',
      'service_listeners of Envoy',
    ],
    [
      'a configuration of Envoy leaves a port out',
      withConfiguration(50051),
      'fail',
      'listens on 50051 and forwards to 50051, 50052',
    ],
    [
      'a configuration of Envoy has both',
      withConfiguration(50051, 50052),
      'pass',
      'listens on 50051, 50052',
    ],
    [
      'a Service names the port of a container',
      named({ ports: [{ name: 'grpc', containerPort: 50051 }] }),
      'pass',
      'port 50051 of Service',
    ],
    [
      'a Service names a port that no container has',
      named({ ports: [{ name: 'other', containerPort: 50051 }] }),
      'fail',
      'leads to grpc, which no container has, 50052',
    ],
    [
      'the port that the Auditor calls comes from the environment',
      withProperties(
        healthy,
        'auditor',
        'scalar.dl.auditor.ledger.port=${env:PORT}',
      ),
      'unknown',
      'scalar.dl.auditor.ledger.port is set by an environment variable',
    ],
    [
      'nothing is deployed',
      SIDES.reduce(
        (before, side) =>
          changed(before, { side, fact: 'productDeployments' }, () => []),
        healthy,
      ),
      'skipped',
      'neither Ledger nor Auditor is deployed',
    ],
    [
      'a Deployment is there without its properties',
      changed(healthy, { side: ledger, fact: 'properties' }, () => undefined),
      'unknown',
      'the properties of Ledger were not found',
    ],
  ])('where %s', (_, facts, verdict, text) => {
    expect(judge(facts).text).toContain(text);
    expect(judge(facts).verdict).toBe(verdict);
  });

  it.each<[Side, LiveFactName]>(
    SIDES.flatMap(side =>
      (
        [
          'properties',
          'services',
          'productDeployments',
          'loadBalancers',
          'targetHealth',
          'envoyConfiguration',
        ] as const
      ).map((fact): [Side, LiveFactName] => [side, fact]),
    ),
  )('is unknown where of %s %s was not read', (side, fact) => {
    const { verdict, text } = judge(unread(healthy, { side, fact }));
    expect(verdict).toBe('unknown');
    expect(text).toContain(`${fact} was denied`);
  });
});
