import { generateKeyPairSync } from 'node:crypto';
import { selfSigned } from '../../world/certificate.ts';

export const NAMESPACE = 'scalardl-ledger';

export const LEDGER_IMAGE = 'ghcr.io/scalar-labs/scalardl-ledger-byol:3.13.0';

/** When the product's certificate ends. */
export const END = new Date('2028-05-01T00:00:00Z');

const SIGNING_KEY = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  .privateKey.export({ type: 'sec1', format: 'pem' })
  .toString();

/** Before the key as `openssl ecparam -genkey` writes it: the name of the curve P-256. */
const PARAMETERS =
  '-----BEGIN EC PARAMETERS-----\nBggqhkjOPQMBBw==\n-----END EC PARAMETERS-----\n';

const CERTIFICATE = selfSigned('ledger.test', END);

/** What stands in Secrets and may be seen nowhere else. */
export const PLANTED = {
  hmac: 'planted-shared-secret',
  password: 'planted-database-password',
  signingKey: `${PARAMETERS}${SIGNING_KEY}`,
  tlsKey: CERTIFICATE.privateKey,
};

const LINES = [
  'scalar.db.contact_points=jdbc:postgresql://db.test:5432/ledger',
  'scalar.db.password=${env:SCALAR_DB_PASSWORD}',
  'scalar.dl.ledger.proof.enabled=false',
  'scalar.dl.ledger.proof.enabled=true',
  'scalar.dl.ledger.proof.private_key_path=/keys/private-key',
  'scalar.dl.ledger.servers.authentication.hmac.secret_key=${env:SHARED_SECRET}',
];

/** Labels that the charts give pods of a component. */
export function podLabels(component: string): Record<string, string> {
  return {
    'app.kubernetes.io/name': 'scalardl',
    'app.kubernetes.io/instance': 'scalardl-ledger',
    'app.kubernetes.io/app': component,
  };
}

/** Ledger with Envoy in front of it, as chart scalardl deploys them. */
export function product(): object[] {
  return [
    { apiVersion: 'v1', kind: 'Namespace', metadata: { name: NAMESPACE } },
    properties(),
    configMap('custom-envoy', { 'envoy.yaml': 'static_resources: {}\n' }),
    secret('ledger-credentials', {
      SCALAR_DB_PASSWORD: PLANTED.password,
      SHARED_SECRET: PLANTED.hmac,
    }),
    secret('ledger-keys', { 'private-key': PLANTED.signingKey }),
    secret('ledger-tls', {
      'tls.crt': CERTIFICATE.certificate,
      'tls.key': CERTIFICATE.privateKey,
    }),
    ledger(),
    envoy(),
    service('scalardl-ledger-envoy', 'LoadBalancer'),
    service('scalardl-ledger-metrics', 'ClusterIP'),
  ];
}

/** The ConfigMap of Ledger's properties, with changed values. */
export function properties(changes: Record<string, string> = {}): object {
  const lines = LINES.map(line => {
    const [key = ''] = line.split('=');
    return key in changes ? `${key}=${changes[key]}` : line;
  });
  return configMap('scalardl-ledger-ledger-properties', {
    'ledger.properties': lines.join('\n'),
  });
}

function ledger(): object {
  return deployment('ledger', LEDGER_IMAGE, {
    container: {
      envFrom: [{ secretRef: { name: 'ledger-credentials' } }],
      volumeMounts: [
        {
          name: 'properties',
          mountPath: '/scalar/ledger/ledger.properties',
          subPath: 'ledger.properties',
        },
        { name: 'keys', mountPath: '/keys' },
        { name: 'tls', mountPath: '/tls' },
      ],
    },
    volumes: [
      {
        name: 'properties',
        configMap: { name: 'scalardl-ledger-ledger-properties' },
      },
      { name: 'keys', secret: { secretName: 'ledger-keys' } },
      {
        name: 'tls',
        projected: { sources: [{ secret: { name: 'ledger-tls' } }] },
      },
    ],
  });
}

function envoy(): object {
  return deployment('envoy', 'ghcr.io/scalar-labs/scalar-envoy:1.6.1', {
    container: {
      volumeMounts: [{ name: 'configuration', mountPath: '/etc/envoy' }],
    },
    volumes: [{ name: 'configuration', configMap: { name: 'custom-envoy' } }],
  });
}

function deployment(
  component: string,
  image: string,
  { container, volumes }: { container: object; volumes: object[] },
): object {
  const labels = podLabels(component);
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: {
      name: `scalardl-ledger-${component}`,
      namespace: NAMESPACE,
      labels,
    },
    spec: {
      replicas: 3,
      selector: { matchLabels: labels },
      template: {
        metadata: { labels },
        spec: {
          containers: [
            {
              name: `scalardl-${component}`,
              image,
              resources: { requests: { cpu: '100m', memory: '64Mi' } },
              ...container,
            },
          ],
          volumes,
          hostAliases: [{ ip: '10.9.0.9', hostnames: ['db.internal'] }],
          dnsConfig: { options: [{ name: 'ndots', value: '2' }] },
        },
      },
    },
  };
}

function service(name: string, type: string): object {
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name, namespace: NAMESPACE },
    spec: {
      type,
      selector: podLabels('envoy'),
      ports: [{ name: 'client', port: 50051, targetPort: 50051 }],
    },
  };
}

export function configMap(name: string, data: Record<string, string>): object {
  const metadata = { name, namespace: NAMESPACE };
  return { apiVersion: 'v1', kind: 'ConfigMap', metadata, data };
}

function secret(name: string, stringData: Record<string, string>): object {
  const metadata = { name, namespace: NAMESPACE };
  return { apiVersion: 'v1', kind: 'Secret', metadata, stringData };
}
