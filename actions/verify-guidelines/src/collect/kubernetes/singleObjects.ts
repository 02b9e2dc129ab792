import { API_SERVICES, CONFIG_MAPS, reads } from './kinds';
import { kubernetesCollector } from './kubernetesCollector';
import { findObject } from './readObjects';

/** What the Cluster Autoscaler writes of itself while it can work. */
export const autoscalerStatus = kubernetesCollector({
  fact: 'autoscalerStatus',
  kubernetes: reads('get', CONFIG_MAPS),
  async collect(reader) {
    const found = await findObject(reader, CONFIG_MAPS, {
      namespace: 'kube-system',
      name: 'cluster-autoscaler-status',
    });
    return found && (found.data?.status ?? '');
  },
});

/** How the API reaches metrics-server. */
export const metricsApi = kubernetesCollector({
  fact: 'metricsApi',
  kubernetes: reads('get', API_SERVICES),
  collect: reader =>
    findObject(reader, API_SERVICES, { name: 'v1beta1.metrics.k8s.io' }),
});
