import * as z from 'zod';
import { endpoint, network } from './network';
import {
  awsAccountId,
  instanceType,
  kubernetesName,
  port,
  region,
  text,
  wholeNumber,
} from './scalar';

const DNS_NAME =
  /^(?=.{1,253}$)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)+$/;

/** Merged last into a generated file; any key, judged by eksctl's schema and the guidelines. */
const overlay = z.record(z.string(), z.unknown());

const nodes = z.strictObject({
  instanceTypes: z
    .array(instanceType)
    .min(1)
    .describe('Instance types of the node group, of one size.'),
  min: wholeNumber(1, 450).describe('Fewest nodes.'),
  desired: wholeNumber(1, 450).describe('Nodes at creation.'),
  max: wholeNumber(1, 450).describe('Most nodes.'),
  volumeSizeGiB: wholeNumber(20, 16384)
    .default(80)
    .describe('Size of the encrypted root volume, in GiB.'),
  amiFamily: z
    .enum(['AmazonLinux2023', 'Bottlerocket'])
    .default('AmazonLinux2023')
    .describe('Operating system of the nodes.'),
});

const pods = z.strictObject({
  replicas: wholeNumber(1, 100).describe('Ledger or Auditor pods.'),
  envoyReplicas: wholeNumber(1, 100).default(3).describe('Envoy pods.'),
  autoscaling: z
    .strictObject({
      maxReplicas: wholeNumber(1, 100).describe('Most Ledger or Auditor pods.'),
      targetCpuPercent: wholeNumber(10, 95)
        .default(60)
        .describe('CPU use, in percent of the request, that adds pods.'),
    })
    .optional()
    .describe(
      'A HorizontalPodAutoscaler on the product, with Cluster Autoscaler beneath it.',
    ),
});

const database = z.strictObject({
  storage: z
    .enum(['jdbc', 'dynamo', 'cassandra', 'cosmos'])
    .describe('ScalarDB storage name (scalar.db.storage).'),
  contactPoints: text(
    /^[^\s\p{C}]{1,2048}$/u,
    'contact points on one line, at most 2048 characters, without spaces',
  ).describe(
    'ScalarDB contact points: a JDBC URL, host names, or a region for DynamoDB. No password.',
  ),
  credentialsSecret: kubernetesName.describe(
    'Kubernetes secret with the database and licence credentials.',
  ),
});

const values = z.strictObject({
  scalardl: overlay
    .optional()
    .describe('The scalardl or scalardl-audit chart.'),
  schemaLoading: overlay.optional().describe('The schema-loading chart.'),
  awsLoadBalancerController: overlay
    .optional()
    .describe('The aws-load-balancer-controller chart.'),
  clusterAutoscaler: overlay
    .optional()
    .describe('The cluster-autoscaler chart.'),
  monitoring: overlay.optional().describe('The kube-prometheus-stack chart.'),
});

const sideShape = {
  awsAccountId: awsAccountId.describe('AWS account of this side.'),
  region: region
    .optional()
    .describe('AWS region of this side, where it differs from spec.region.'),
  clusterName: text(
    /^[a-zA-Z][a-zA-Z0-9-]{0,61}$/,
    'a cluster name: a letter, then letters, digits and hyphens, at most 62 in all',
  ).describe('Name of the EKS cluster; immutable once created.'),
  network: network.describe('The VPC of this side.'),
  endpoint: endpoint
    .default({ access: 'private' })
    .describe('The Kubernetes API endpoint.'),
  secretsEncryptionKeyArn: text(
    /^arn:aws:kms:[a-z0-9-]+:\d{12}:key\/(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|mrk-[0-9a-f]{32})$/,
    'the ARN of a KMS key, such as arn:aws:kms:ap-northeast-1:123456789012:key/11111111-2222-3333-4444-555555555555',
  )
    .optional()
    .describe('KMS key for Kubernetes secrets; irreversible once set.'),
  nodes: nodes.describe('The node group.'),
  pods: pods.describe('Product and Envoy pods.'),
  loadBalancerPorts: z
    .strictObject({
      client: port.describe('Port for clients.'),
      privileged: port.describe('Port for privileged calls.'),
    })
    .describe('Ports of the internal load balancer; the pods keep their own.'),
  database: database.describe(
    'The database of this side; never shared with the other.',
  ),
  eksctl: overlay.optional().describe('Merged last into the ClusterConfig.'),
  values: values
    .optional()
    .describe('Merged last into the values of each chart.'),
};

export const ledger = z.strictObject(sideShape);

export const auditor = z.strictObject({
  ...sideShape,
  ledgerHost: text(DNS_NAME, 'a DNS name such as ledger.payments.internal')
    .optional()
    .describe(
      'Private-zone name of the Ledger load balancer; without it the deploy workflow passes the current name.',
    ),
});
