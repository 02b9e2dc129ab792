import type { SideModel } from '../side/sideModel';
import { CHARTS } from './charts';
import type { ChartValues } from './valuesFile';

/** Values of the AWS Load Balancer Controller. */
export function loadBalancerControllerValues(model: SideModel): ChartValues {
  const { environment, spec, region } = model;
  const { chart, version } = CHARTS.awsLoadBalancerController;
  return {
    overlay: 'awsLoadBalancerController',
    file: chart,
    purpose: `Helm values of the AWS Load Balancer Controller: chart ${chart} ${version}.`,
    content: {
      data: {
        clusterName: spec.clusterName,
        region,
        ...(spec.network.existing
          ? { vpcId: spec.network.existing.vpcId }
          : { vpcTags: { 'alpha.eksctl.io/cluster-name': spec.clusterName } }),
        replicaCount: 2,
        podDisruptionBudget: { maxUnavailable: 1 },
        serviceAccount: {
          create: true,
          name: 'aws-load-balancer-controller',
        },
        enableServiceMutatorWebhook: true,
        defaultTags: {
          'scalardl-on-eks/environment': environment.metadata.name,
        },
      },
      comments: [
        {
          at: ['vpcTags'],
          text: 'The VPC has no id before eksctl makes it; eksctl sets this tag on it.',
        },
        {
          at: ['serviceAccount'],
          text: 'Its rights come from the pod identity association in the ClusterConfig.',
        },
        {
          at: ['enableServiceMutatorWebhook'],
          text: 'Makes every new load balancer of the cluster its own, so it is installed before the product.',
        },
      ],
    },
  };
}
