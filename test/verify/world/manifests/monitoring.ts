import type { Manifest } from '../resources.ts';
import type { SidePlan } from '../sidePlan.ts';
import {
  type Component,
  componentName,
  objectLabels,
  podLabels,
} from './release.ts';
import { customKind } from './customKind.ts';
import { toolDeployment } from './tool.ts';

const GROUP = 'monitoring.coreos.com';
const NAMESPACE = 'monitoring';
const KINDS = ['ServiceMonitor', 'PodMonitor', 'PrometheusRule', 'Prometheus'];

const PROMETHEUS_PODS = { 'app.kubernetes.io/name': 'prometheus' };

/** The kinds of Prometheus' operator, without its schemas. */
export function monitoringKinds(): Manifest[] {
  return KINDS.map(kind => customKind(GROUP, 'v1', kind, 'Namespaced'));
}

/** kube-prometheus-stack 88.5.3, release `scalar-monitoring`, which selects every monitor and rule. */
export function prometheusStack(): Manifest[] {
  const release = { 'app.kubernetes.io/instance': 'scalar-monitoring' };
  return [
    toolDeployment({
      name: 'scalar-monitoring-kube-pro-operator',
      namespace: NAMESPACE,
      labels: { app: 'kube-prometheus-stack-operator', ...release },
      image: 'quay.io/prometheus-operator/prometheus-operator:v0.94.0',
      replicas: 1,
    }),
    {
      apiVersion: 'apps/v1',
      kind: 'StatefulSet',
      metadata: {
        name: 'prometheus-scalar-monitoring-kube-pro-prometheus',
        namespace: NAMESPACE,
      },
      spec: {
        replicas: 1,
        serviceName: 'prometheus-operated',
        selector: { matchLabels: PROMETHEUS_PODS },
        template: {
          metadata: { labels: PROMETHEUS_PODS },
          spec: {
            containers: [
              {
                name: 'prometheus',
                image: 'quay.io/prometheus/prometheus:v3.15.0',
                resources: { requests: { cpu: '250m', memory: '1Gi' } },
              },
            ],
          },
        },
      },
    },
  ];
}

/** Its Prometheus, and the monitors and alert rules of the product and of Envoy. */
export function monitors(plan: SidePlan): Manifest[] {
  return [
    {
      apiVersion: `${GROUP}/v1`,
      kind: 'Prometheus',
      metadata: {
        name: 'scalar-monitoring-kube-pro-prometheus',
        namespace: NAMESPACE,
      },
      spec: {
        replicas: 1,
        serviceMonitorSelector: {},
        serviceMonitorNamespaceSelector: {},
        podMonitorSelector: {},
        podMonitorNamespaceSelector: {},
        ruleSelector: {},
        ruleNamespaceSelector: {},
      },
      status: { availableReplicas: 1 },
    },
    ...[plan.side, 'envoy' as const].flatMap((component: Component) => [
      serviceMonitor(plan, component),
      alertRules(plan, component),
    ]),
  ];
}

function serviceMonitor(plan: SidePlan, component: Component): Manifest {
  const owner = component === 'envoy' ? plan.envoyName : plan.fullname;
  const port = component === 'envoy' ? 'admin' : `${plan.chart}-prometheus`;
  return {
    apiVersion: `${GROUP}/v1`,
    kind: 'ServiceMonitor',
    metadata: { name: `${owner}-metrics`, namespace: NAMESPACE },
    spec: {
      namespaceSelector: { matchNames: [plan.namespace] },
      selector: { matchLabels: podLabels(plan, component) },
      endpoints: [{ port, path: '/stats/prometheus', interval: '15s' }],
    },
  };
}

function alertRules(plan: SidePlan, component: Component): Manifest {
  const deployment = componentName(plan, component);
  const unavailable = `kube_deployment_status_replicas_unavailable{deployment="${deployment}"}`;
  return {
    apiVersion: `${GROUP}/v1`,
    kind: 'PrometheusRule',
    metadata: {
      name: `${deployment}-prometheus-alerts-rules`,
      namespace: NAMESPACE,
      labels: { app: 'prometheus-operator', release: 'prometheus' },
    },
    spec: {
      groups: [
        {
          name: `${objectLabels(plan, component)['app.kubernetes.io/app']}Alerts`,
          rules: [
            { alert: 'Degraded', expr: `${unavailable} >= 1`, for: '1m' },
          ],
        },
      ],
    },
  };
}
