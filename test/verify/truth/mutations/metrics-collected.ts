import { changeCustomObject, removeObject } from '../change.ts';
import type { Mutation } from '../mutation.ts';

const MONITORING = '/apis/monitoring.coreos.com/v1/namespaces/monitoring';
const PROMETHEUS = `${MONITORING}/prometheuses/scalar-monitoring-kube-pro-prometheus`;

export const mutations: Mutation[] = [
  {
    name: 'nothing: there is no Prometheus, but the add-on of CloudWatch',
    guideline: 'metrics-collected',
    async apply({ ledger: { kube } }) {
      const back = await removeObject(kube, PROMETHEUS);
      return async () => {
        await back();
        // No operator is here that would say so.
        await kube.patch(PROMETHEUS, { status: { availableReplicas: 1 } });
      };
    },
    expect: {},
    because: 'the add-on collects metrics of every container',
    observed: 'amazon-cloudwatch-observability is ACTIVE',
  },
  {
    name: 'Prometheus selects only monitors with the label of its own chart',
    guideline: 'metrics-collected',
    apply: ({ ledger }) =>
      changeCustomObject(ledger.kube, PROMETHEUS, {
        spec: {
          serviceMonitorSelector: {
            matchLabels: { release: 'scalar-monitoring' },
          },
        },
      }),
    expect: { 'metrics-collected/ledger': 'fail' },
    observed: 'no Prometheus that runs selects it',
  },
  {
    name: 'Prometheus reads rules of other namespaces only',
    guideline: 'metrics-collected',
    apply: ({ auditor }) =>
      changeCustomObject(auditor.kube, PROMETHEUS, {
        spec: {
          ruleNamespaceSelector: {
            matchLabels: { 'kubernetes.io/metadata.name': 'rules' },
          },
        },
      }),
    expect: { 'metrics-collected/auditor': 'fail' },
    observed: 'PrometheusRule monitoring/',
  },
  {
    name: 'Prometheus has no running pod',
    guideline: 'metrics-collected',
    apply: ({ ledger }) =>
      changeCustomObject(ledger.kube, PROMETHEUS, {
        status: { availableReplicas: 0 },
      }),
    expect: { 'metrics-collected/ledger': 'fail' },
    observed: 'no Prometheus that runs selects it',
  },
  {
    name: 'only Envoy’s metrics are read',
    guideline: 'metrics-collected',
    apply: ({ auditor: { kube, plan } }) =>
      removeObject(
        kube,
        `${MONITORING}/servicemonitors/${plan.release}-metrics`,
      ),
    expect: { 'metrics-collected/auditor': 'fail' },
    observed: 'no ServiceMonitor or PodMonitor is there',
  },
  {
    name: 'the monitor names a port that the Service does not have',
    guideline: 'metrics-collected',
    apply: ({ ledger: { kube, plan } }) =>
      changeCustomObject(
        kube,
        `${MONITORING}/servicemonitors/${plan.release}-metrics`,
        { spec: { endpoints: [{ port: 'http-metrics' }] } },
      ),
    expect: { 'metrics-collected/ledger': 'fail' },
    observed: 'no ServiceMonitor or PodMonitor is there',
  },
];
