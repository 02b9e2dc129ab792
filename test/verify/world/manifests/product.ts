import type { Manifest } from '../resources.ts';
import { PRODUCT_VERSION, type SidePlan } from '../sidePlan.ts';
import { productProperties, type PropertiesWish } from './properties.ts';
import {
  affinity,
  authority,
  CONTAINER_SECURITY,
  objectLabels,
  podLabels,
  productName,
  secretName,
  STRATEGY,
} from './release.ts';

/** Ledger or Auditor as charts scalardl 4.12.0 and scalardl-audit 2.12.0 render them: Deployment, ConfigMap, Services. */
export function product(plan: SidePlan, wish: PropertiesWish): Manifest[] {
  const { fullname, side, namespace } = plan;
  const service = (suffix: string, ports: object[], more: object = {}) => ({
    apiVersion: 'v1',
    kind: 'Service',
    metadata: {
      name: `${fullname}-${suffix}`,
      namespace,
      labels: objectLabels(plan, side),
    },
    spec: {
      type: 'ClusterIP',
      selector: podLabels(plan, side),
      ports,
      ...more,
    },
  });
  return [
    {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: `${productName(plan)}-properties`, namespace },
      data: { [propertiesFile(plan)]: productProperties(plan, wish) },
    },
    service('headless', headlessPorts(plan), { clusterIP: 'None' }),
    service('metrics', [
      { name: `${plan.chart}-prometheus`, port: 8080, targetPort: 8080 },
    ]),
    deployment(plan),
  ];
}

function propertiesFile({ side }: SidePlan): string {
  return `${side}.properties.tmpl`;
}

function headlessPorts({ chart, ports, adminPort }: SidePlan): object[] {
  return Object.entries({
    [chart]: ports.client,
    [`${chart}-priv`]: ports.privileged,
    [`${chart}-admin`]: adminPort,
  }).map(([name, port]) => ({ name, port, targetPort: port, protocol: 'TCP' }));
}

function deployment(plan: SidePlan): Manifest {
  const { side, namespace } = plan;
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: {
      name: productName(plan),
      namespace,
      labels: objectLabels(plan, side),
    },
    spec: {
      replicas: 3,
      selector: { matchLabels: podLabels(plan, side) },
      strategy: STRATEGY,
      template: {
        metadata: { labels: podLabels(plan, side) },
        spec: {
          automountServiceAccountToken: false,
          terminationGracePeriodSeconds: 60,
          securityContext: { seccompProfile: { type: 'RuntimeDefault' } },
          affinity: affinity(plan, side),
          containers: [container(plan)],
          volumes: volumes(plan),
        },
      },
    },
  };
}

function container(plan: SidePlan) {
  const { chart, side, ports, adminPort } = plan;
  const resources = { cpu: '2000m', memory: '4Gi' };
  return {
    name: `${chart}-${side}`,
    image: `ghcr.io/scalar-labs/scalardl-${side}-byol:${PRODUCT_VERSION}`,
    imagePullPolicy: 'IfNotPresent',
    securityContext: CONTAINER_SECURITY,
    ports: [ports.client, ports.privileged, adminPort, 8080].map(
      containerPort => ({ containerPort }),
    ),
    env: ['username', 'password'].map(what => ({
      name: `HELM_SCALAR_DB_${what.toUpperCase()}`,
      valueFrom: {
        secretKeyRef: { name: productName(plan), key: `db-${what}` },
      },
    })),
    envFrom: [{ secretRef: { name: secretName(plan, 'credentials') } }],
    startupProbe: { ...probe(plan), failureThreshold: 60, periodSeconds: 5 },
    livenessProbe: { ...probe(plan), failureThreshold: 3, periodSeconds: 10 },
    resources: { requests: resources, limits: resources },
    volumeMounts: [
      {
        name: 'properties',
        mountPath: `/scalar/${side}/${propertiesFile(plan)}`,
        subPath: propertiesFile(plan),
      },
      { name: 'tls', mountPath: `/tls/scalardl-${side}/certs` },
      ...(side === 'auditor'
        ? [{ name: 'tls-of-ledger', mountPath: '/tls/scalardl-ledger/certs' }]
        : []),
    ],
  };
}

function probe(plan: SidePlan) {
  return {
    exec: {
      command: [
        '/usr/local/bin/grpc_health_probe',
        `-addr=localhost:${plan.ports.client}`,
        '-tls',
        `-tls-ca-cert=/tls/scalardl-${plan.side}/certs/ca.crt`,
        `-tls-server-name=${authority(plan)}`,
      ],
    },
  };
}

function volumes(plan: SidePlan): object[] {
  const secret = { secret: { name: secretName(plan, 'tls') } };
  return [
    {
      name: 'properties',
      configMap: { name: `${productName(plan)}-properties` },
    },
    { name: 'tls', projected: { sources: [secret] } },
    ...(plan.side === 'auditor'
      ? [{ name: 'tls-of-ledger', secret: { secretName: 'ledger-envoy-ca' } }]
      : []),
  ];
}
