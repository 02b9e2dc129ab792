import type { SideModel } from '../side/sideModel';
import { CHARTS } from './charts';
import type { ChartValues } from './valuesFile';

const OFF = { enabled: false };

/** Values of kube-prometheus-stack. */
export function monitoringValues(model: SideModel): ChartValues {
  const { chart, version } = CHARTS.monitoring;
  return {
    overlay: 'monitoring',
    file: chart,
    purpose: `Helm values of the metrics: chart ${chart} ${version}, release scalar-monitoring.`,
    content: {
      data: {
        kubeControllerManager: OFF,
        kubeEtcd: OFF,
        kubeScheduler: OFF,
        kubeProxy: OFF,
        grafana: {
          admin: {
            existingSecret: model.secrets.grafana,
            userKey: 'admin-user',
            passwordKey: 'admin-password',
          },
        },
        prometheus: {
          prometheusSpec: {
            serviceMonitorSelectorNilUsesHelmValues: false,
            ruleSelectorNilUsesHelmValues: false,
            retention: '15d',
            resources: { requests: { cpu: '250m', memory: '1Gi' } },
            storageSpec: {
              volumeClaimTemplate: {
                spec: {
                  accessModes: ['ReadWriteOnce'],
                  resources: { requests: { storage: '50Gi' } },
                },
              },
            },
          },
        },
      },
      comments: [
        {
          at: ['kubeControllerManager'],
          text: 'EKS shows no metrics of its control plane, and kube-proxy answers on its own node only.',
        },
        {
          at: ['grafana', 'admin'],
          text: "The chart's own password is public knowledge.",
        },
        {
          at: [
            'prometheus',
            'prometheusSpec',
            'serviceMonitorSelectorNilUsesHelmValues',
          ],
          guideline: 'metrics-collected',
          text: "Scalar's charts label neither their monitors nor their rules with this release.",
        },
      ],
    },
  };
}
