import type { SideModel } from '../side/sideModel';
import { CHARTS } from './charts';
import type { ChartValues } from './valuesFile';

/** Values of the Cluster Autoscaler. */
export function clusterAutoscalerValues(model: SideModel): ChartValues {
  const { environment, spec, region } = model;
  const { chart, version } = CHARTS.clusterAutoscaler;
  return {
    overlay: 'clusterAutoscaler',
    file: chart,
    purpose: `Helm values of the Cluster Autoscaler: chart ${chart} ${version}.`,
    content: {
      data: {
        cloudProvider: 'aws',
        awsRegion: region,
        autoDiscovery: { clusterName: spec.clusterName },
        image: { tag: `v${environment.spec.kubernetesVersion}.0` },
        rbac: { serviceAccount: { create: true, name: 'cluster-autoscaler' } },
        replicaCount: 1,
        extraArgs: {
          'balance-similar-node-groups': true,
          expander: 'least-waste',
        },
      },
      comments: [
        {
          at: ['image'],
          text: "Of the cluster's own minor version, because it copies the scheduler of that version.",
        },
        {
          at: ['rbac'],
          text: 'Its rights come from the pod identity association in the ClusterConfig.',
        },
      ],
    },
  };
}
