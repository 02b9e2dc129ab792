/** Charts other than Scalar's products, pinned; raised together with the skeleton. */
export const CHARTS = {
  schemaLoading: { chart: 'schema-loading', version: '2.14.0' },
  awsLoadBalancerController: {
    chart: 'aws-load-balancer-controller',
    version: '3.5.0',
  },
  clusterAutoscaler: { chart: 'cluster-autoscaler', version: '9.59.0' },
  monitoring: { chart: 'kube-prometheus-stack', version: '88.5.3' },
} as const;
