import {
  type Change,
  type Trial,
  expected,
  onDeployment,
  onLedger,
  tryOut,
  unreadOnLedger,
} from '../liveTrial.fixture';
import {
  notDeployed,
  withLines,
  withoutKeys,
} from '../propertiesChanges.fixture';
import { tlsEnabled } from './tlsEnabled';

const envoyWith = (env: object[]): Change =>
  onDeployment('envoy', ({ spec }) => {
    const template = spec?.template as { spec: { containers: object[] } };
    Object.assign(template.spec.containers[0] ?? {}, { env });
  });

const tls = (downstream: string, upstream: string) =>
  envoyWith([
    { name: 'envoy_downstream_tls', value: downstream },
    { name: 'envoy_upstream_tls', value: upstream },
  ]);

const SOCKET = 'transport_socket: {name: envoy.transport_sockets.tls}';

const configuredBy = (chain: string, cluster: string) => [
  envoyWith([]),
  onLedger(
    'envoyConfiguration',
    () => `static_resources:
  listeners: [{filter_chains: [{${chain}}]}]
  clusters: [{${cluster}}]`,
  ),
];

const trials: Trial[] = [
  { trap: 'TLS everywhere', verdict: 'pass', says: 'is "true"' },
  {
    trap: 'TLS to Envoy and clear text behind it',
    changes: [tls('true', 'false')],
    verdict: 'fail',
    says: 'envoy_upstream_tls is "false"',
  },
  {
    trap: 'TLS behind Envoy and clear text in front of it',
    changes: [tls('false', 'true')],
    verdict: 'fail',
    says: 'envoy_downstream_tls is "false"',
  },
  {
    trap: 'a product that listens in clear text',
    changes: [withLines('ledger', 'scalar.dl.ledger.server.tls.enabled=false')],
    verdict: 'fail',
    says: 'scalar.dl.ledger.server.tls.enabled is "false"',
  },
  {
    trap: 'an Auditor that calls Ledger in clear text',
    changes: [withoutKeys('auditor', 'scalar.dl.auditor.tls.enabled')],
    scope: 'auditor',
    verdict: 'fail',
    says: 'scalar.dl.auditor.tls.enabled is not set',
  },
  {
    trap: 'an Envoy without variables and configuration',
    changes: [envoyWith([])],
    verdict: 'fail',
    says: 'envoy_downstream_tls of Deployment scalardl-ledger/scalardl-ledger-envoy is not set',
  },
  {
    trap: 'a variable that comes from elsewhere',
    changes: [
      envoyWith([
        { name: 'envoy_downstream_tls', valueFrom: { configMapKeyRef: {} } },
        { name: 'envoy_upstream_tls', value: 'true' },
      ]),
    ],
    verdict: 'unknown',
    says: 'envoy_downstream_tls is set from elsewhere',
  },
  {
    trap: 'a configuration of its own with TLS',
    changes: configuredBy(SOCKET, SOCKET),
    verdict: 'pass',
    says: 'Envoy’s own configuration has TLS upstream',
  },
  {
    trap: 'a configuration of its own with TLS on one side',
    changes: configuredBy(SOCKET, 'name: ledger'),
    verdict: 'fail',
    says: 'has 1 upstream connections without transport_socket',
  },
  {
    trap: 'a configuration that shows no connection',
    changes: [envoyWith([]), onLedger('envoyConfiguration', () => 'a: b')],
    verdict: 'unknown',
    says: 'shows no downstream connection',
  },
  {
    trap: 'a configuration that was not read',
    changes: [envoyWith([]), unreadOnLedger('envoyConfiguration')],
    verdict: 'unknown',
    says: 'envoyConfiguration was denied',
  },
  {
    trap: 'a switch that an environment variable sets',
    changes: [
      withLines('ledger', 'scalar.dl.ledger.server.tls.enabled=${env:TLS}'),
    ],
    verdict: 'unknown',
    says: 'is set by an environment variable',
  },
  {
    trap: 'no product',
    changes: [notDeployed('ledger')],
    verdict: 'skipped',
    says: 'the product is not deployed',
  },
  {
    trap: 'properties that were not read',
    changes: [unreadOnLedger('properties')],
    verdict: 'unknown',
    says: 'properties was denied',
  },
];

describe('tls-enabled, live', () => {
  it.each(trials)('$trap: $verdict', trial => {
    expect(tryOut(tlsEnabled, trial)).toEqual(expected(trial));
  });
});
