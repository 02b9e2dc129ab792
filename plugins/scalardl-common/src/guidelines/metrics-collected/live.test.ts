import type { KubernetesJson } from '../../facts/live';
import { labels } from '../../facts/live/fixture/product.fixture';
import { LEDGER } from '../../facts/live/fixture/side.fixture';
import {
  type Change,
  type Trial,
  expected,
  onLedger,
  tryOut,
  unreadOnLedger,
} from '../liveTrial.fixture';
import { notDeployed } from '../propertiesChanges.fixture';
import { metricsCollected } from './metricsCollected';
import { change, selecting, without } from '../__testUtils__/monitors';

/** The monitors of the charts: they select Services by labels, and name a port of theirs. */
const byServices = ({
  port = 'metrics',
  selector = labels(LEDGER, 'ledger'),
}: { port?: string; selector?: object } = {}): Change[] => [
  without('PodMonitor'),
  onLedger('monitors', monitors => [
    ...monitors,
    ...['ledger', 'envoy'].map(component => ({
      apiVersion: 'monitoring.coreos.com/v1',
      kind: 'ServiceMonitor',
      metadata: { name: component, namespace: 'monitoring' },
      spec: {
        namespaceSelector: { matchNames: [LEDGER.namespace] },
        selector: { matchLabels: labels(LEDGER, component) },
        endpoints: [{ port }],
      },
    })),
  ]),
  onLedger('services', services => [
    ...services,
    metricsService('ledger', selector),
    metricsService('envoy', labels(LEDGER, 'envoy')),
  ]),
];

function metricsService(component: string, selector: object): KubernetesJson {
  const metadata = {
    name: `${component}-metrics`,
    namespace: LEDGER.namespace,
    labels: labels(LEDGER, component),
  };
  const ports = [{ name: 'metrics', port: 8080 }];
  const spec = { selector, ports };
  return { apiVersion: 'v1', kind: 'Service', metadata, spec };
}

const inNamespace = (labelsOfMonitoring: Record<string, string>): Change =>
  onLedger('namespaces', namespaces => [
    ...namespaces,
    {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: 'monitoring', labels: labelsOfMonitoring },
    },
  ]);

const trials: Trial[] = [
  {
    trap: 'a Prometheus that reads everything',
    verdict: 'pass',
    says: 'PodMonitor monitoring/ledger is read by a Prometheus that runs',
  },
  {
    trap: 'the monitors of the charts',
    changes: byServices(),
    verdict: 'pass',
    says: 'ServiceMonitor monitoring/envoy is read by a Prometheus that runs',
  },
  {
    trap: 'a selector of labels that the monitors do not have',
    changes: [
      selecting({ podMonitorSelector: { matchLabels: { release: 'stack' } } }),
    ],
    verdict: 'fail',
    says: 'PodMonitor monitoring/ledger is there, and no Prometheus that runs selects it',
  },
  {
    trap: 'no selector at all, which selects nothing',
    changes: [selecting({ podMonitorSelector: undefined })],
    verdict: 'fail',
    says: 'no Prometheus that runs selects it',
  },
  {
    trap: 'a selector of namespaces that leaves theirs out',
    changes: [
      selecting({
        podMonitorNamespaceSelector: { matchLabels: { watched: 'yes' } },
      }),
      inNamespace({}),
    ],
    verdict: 'fail',
    says: 'no Prometheus that runs selects it',
  },
  {
    trap: 'a selector of namespaces, and namespaces that were not read',
    changes: [
      selecting({
        podMonitorNamespaceSelector: { matchLabels: { watched: 'yes' } },
      }),
      unreadOnLedger('namespaces'),
    ],
    verdict: 'unknown',
    says: 'whether a Prometheus reads PodMonitor monitoring/ledger cannot be told',
  },
  {
    trap: 'no selector of namespaces, which means the own one',
    changes: [selecting({ podMonitorNamespaceSelector: undefined })],
    verdict: 'pass',
    says: 'is read by a Prometheus',
  },
  {
    trap: 'no monitors',
    changes: [without('PodMonitor')],
    verdict: 'fail',
    says: 'no ServiceMonitor or PodMonitor is there for scalardl-ledger-ledger',
  },
  {
    trap: 'a monitor that looks in another namespace',
    changes: [
      change('PodMonitor', { namespaceSelector: { matchNames: ['other'] } }),
    ],
    verdict: 'fail',
    says: 'no ServiceMonitor or PodMonitor is there',
  },
  {
    trap: 'a monitor that looks in its own namespace, because none is named',
    changes: [change('PodMonitor', { namespaceSelector: undefined })],
    verdict: 'fail',
    says: 'no ServiceMonitor or PodMonitor is there',
  },
  {
    trap: 'a monitor of a port that the pods do not have',
    changes: [
      change('PodMonitor', { podMetricsEndpoints: [{ port: 'metrics' }] }),
    ],
    verdict: 'fail',
    says: 'no ServiceMonitor or PodMonitor is there',
  },
  {
    trap: 'a monitor of a port that the Service does not have',
    changes: byServices({ port: 'http' }),
    verdict: 'fail',
    says: 'no ServiceMonitor or PodMonitor is there',
  },
  {
    trap: 'a monitor of a Service that leads to other pods',
    changes: byServices({ selector: { app: 'other' } }),
    verdict: 'fail',
    says: 'is there for scalardl-ledger-ledger',
  },
  {
    trap: 'monitors of Services that were not read',
    changes: [...byServices(), unreadOnLedger('services')],
    verdict: 'unknown',
    says: 'whether a Prometheus reads ServiceMonitor monitoring/ledger',
  },
  {
    trap: 'a Prometheus that is scaled to zero',
    changes: [selecting({ replicas: 0 })],
    verdict: 'fail',
    says: 'no Prometheus that runs selects it',
  },
  {
    trap: 'a Prometheus of which no pod is available',
    changes: [change('Prometheus', {}, { availableReplicas: 0 })],
    verdict: 'fail',
    says: 'no Prometheus that runs selects it',
  },
  {
    trap: 'a Prometheus of which its operator says nothing',
    changes: [change('Prometheus', {}, { availableReplicas: undefined })],
    verdict: 'unknown',
    says: 'whether a Prometheus reads',
  },
  {
    trap: 'the kinds without a Prometheus',
    changes: [without('Prometheus')],
    verdict: 'fail',
    says: 'no Prometheus, and no add-on amazon-cloudwatch-observability',
  },
  {
    trap: 'a Prometheus without operator, whose configuration nobody reads',
    changes: [
      without('Prometheus'),
      onLedger('workloads', workloads => [
        ...workloads,
        {
          apiVersion: 'apps/v1',
          kind: 'Deployment',
          namespace: 'scalardl-ledger',
          images: ['quay.io/prometheus/prometheus:v3.5.0'],
          labels: {},
          count: 1,
          desiredPods: 1,
          samples: ['prometheus-server'],
        },
      ]),
    ],
    verdict: 'unknown',
    says: 'what Deployment scalardl-ledger/prometheus-server reads',
  },
  {
    trap: 'no product',
    changes: [notDeployed('ledger')],
    verdict: 'skipped',
    says: 'the product is not deployed',
  },
  {
    trap: 'monitors that were not read',
    changes: [unreadOnLedger('monitors')],
    verdict: 'unknown',
    says: 'monitors was denied',
  },
];

describe('metrics-collected, live', () => {
  it.each(trials)('$trap: $verdict', trial => {
    expect(tryOut(metricsCollected, trial)).toEqual(expected(trial));
  });
});
