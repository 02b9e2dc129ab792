import type { Manifest } from '../resources.ts';
import type { SidePlan } from '../sidePlan.ts';
import {
  affinity,
  authority,
  CONTAINER_SECURITY,
  objectLabels,
  podLabels,
  secretName,
  STRATEGY,
} from './release.ts';

/** What annotations for load balancers begin with. */
export const ANNOTATION = 'service.beta.kubernetes.io';

/** How Envoy's Service asks for its load balancer. */
export interface Front {
  readonly annotations: Readonly<Record<string, string>>;
  readonly loadBalancerClass?: string;
}

/** Envoy as chart envoy 2.6.0 renders it below the product's chart: Deployment and Services. */
export function envoy(
  plan: SidePlan,
  { annotations, loadBalancerClass }: Front,
): Manifest[] {
  const { envoyName, namespace } = plan;
  const labels = objectLabels(plan, 'envoy');
  const selector = podLabels(plan, 'envoy');
  return [
    deployment(plan),
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: {
        name: envoyName,
        namespace,
        labels,
        annotations,
      },
      spec: {
        type: 'LoadBalancer',
        ...(loadBalancerClass && { loadBalancerClass }),
        selector,
        ports: [
          servicePort('envoy', plan.ports.client),
          servicePort('envoy-priv', plan.ports.privileged),
        ],
      },
    },
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: `${envoyName}-metrics`, namespace, labels },
      spec: {
        type: 'ClusterIP',
        selector,
        ports: [servicePort('admin', 9001)],
      },
    },
  ];
}

function servicePort(name: string, port: number) {
  return { name, port, targetPort: port, protocol: 'TCP' };
}

/** The networks that may call: its own, the other side's and the application's. */
export function sourceRanges({ cidr, peer, application }: SidePlan): string {
  return [cidr, peer.cidr, application.cidr].join(',');
}

function deployment(plan: SidePlan): Manifest {
  const { envoyName, namespace } = plan;
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: {
      name: envoyName,
      namespace,
      labels: objectLabels(plan, 'envoy'),
    },
    spec: {
      replicas: 3,
      selector: { matchLabels: podLabels(plan, 'envoy') },
      strategy: STRATEGY,
      template: {
        metadata: { labels: podLabels(plan, 'envoy') },
        spec: {
          automountServiceAccountToken: false,
          terminationGracePeriodSeconds: 60,
          securityContext: { seccompProfile: { type: 'RuntimeDefault' } },
          affinity: affinity(plan, 'envoy'),
          containers: [container(plan)],
          volumes: volumes(plan),
        },
      },
    },
  };
}

function container(plan: SidePlan) {
  const { chart, ports } = plan;
  const ready = { httpGet: { path: '/ready', port: 9001 } };
  const listeners = [
    `${chart}-service:${ports.client}`,
    `${chart}-privileged:${ports.privileged}`,
  ];
  const env = {
    admin_access_log_path: '/dev/stdout',
    scalardl_address: `${plan.fullname}-headless`,
    service_listeners: listeners.join(','),
    envoy_downstream_tls: 'true',
    envoy_upstream_tls: 'true',
    envoy_upstream_tls_override_authority: authority(plan),
  };
  return {
    name: 'envoy',
    image: 'ghcr.io/scalar-labs/scalar-envoy:1.6.1',
    imagePullPolicy: 'IfNotPresent',
    securityContext: CONTAINER_SECURITY,
    // The chart writes the Ledger's ports on both sides.
    ports: [50051, 50052, 9001].map(containerPort => ({ containerPort })),
    env: Object.entries(env).map(([name, value]) => ({ name, value })),
    startupProbe: { ...ready, failureThreshold: 60, periodSeconds: 5 },
    livenessProbe: { ...ready, failureThreshold: 3, periodSeconds: 10 },
    resources: {
      requests: { cpu: '1000m', memory: '2Gi' },
      limits: { cpu: '2000m', memory: '4Gi' },
    },
    volumeMounts: [
      { name: 'upstream', mountPath: '/etc/envoy/upstream/tls' },
      { name: 'downstream', mountPath: '/etc/envoy/downstream/tls' },
    ],
  };
}

function volumes(plan: SidePlan): object[] {
  const source = { secret: { name: secretName(plan, 'envoy-tls') } };
  return [
    { name: 'upstream', secret: { secretName: secretName(plan, 'tls') } },
    { name: 'downstream', projected: { sources: [source] } },
  ];
}
