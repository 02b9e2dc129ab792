import type { SideModel } from '../side/sideModel';

type Row = [title: string, value: (model: SideModel) => string];

/** What the README says about the two sides next to each other. */
export const facts: readonly Row[] = [
  ['AWS account', ({ spec }) => spec.awsAccountId],
  ['Region', ({ region }) => region],
  ['Cluster', ({ spec }) => spec.clusterName],
  ['VPC', ({ ranges }) => ranges.join(', ')],
  [
    'Private subnets',
    ({ subnets }) => subnets.map(({ cidr }) => cidr).join(', '),
  ],
  ['Kubernetes API', ({ spec }) => spec.endpoint.access],
  [
    'Nodes',
    ({ spec: { nodes } }) =>
      `${nodes.min} to ${nodes.max} of ${nodes.instanceTypes.join(', ')}`,
  ],
  [
    'Pods',
    ({ spec: { pods } }) =>
      pods.autoscaling
        ? `${pods.replicas} to ${pods.autoscaling.maxReplicas}`
        : `${pods.replicas}`,
  ],
  ['Namespace', ({ product }) => product.namespace],
  ['Helm release', ({ product }) => product.release],
  ['Load balancer', ({ product }) => product.loadBalancerService],
];
