import * as z from 'zod';

/**
 * What of a ClusterConfig is compared with AWS. eksctl itself judges the rest of the file
 * (https://schema.eksctl.io).
 */
const texts = z.array(z.string());
const tags = z.record(z.string(), z.coerce.string());
const count = z.number().int().nonnegative();

const updateConfig = z.object({
  maxUnavailable: count.optional(),
  maxUnavailablePercentage: count.optional(),
});

const nodeGroup = z.object({
  name: z.string(),
  amiFamily: z.string().optional(),
  instanceType: z.string().optional(),
  instanceTypes: texts.optional(),
  spot: z.boolean().optional(),
  minSize: count.optional(),
  desiredCapacity: count.optional(),
  maxSize: count.optional(),
  volumeSize: count.optional(),
  labels: tags.optional(),
  taints: z
    .array(
      z.object({
        key: z.string(),
        value: z.string().optional(),
        effect: z.string().optional(),
      }),
    )
    .optional(),
  updateConfig: updateConfig.optional(),
  releaseVersion: z.string().optional(),
});

const addon = z.object({
  name: z.string(),
  version: z.string().optional(),
  configurationValues: z.string().optional(),
  serviceAccountRoleARN: z.string().optional(),
});

const podIdentityAssociation = z.object({
  namespace: z.string(),
  serviceAccountName: z.string(),
  roleARN: z.string().optional(),
});

const vpc = z.object({
  id: z.string().optional(),
  cidr: z.string().optional(),
  subnets: z.unknown().optional(),
  nat: z.object({ gateway: z.string().optional() }).nullish(),
  clusterEndpoints: z
    .object({
      publicAccess: z.boolean().optional(),
      privateAccess: z.boolean().optional(),
    })
    .nullish(),
  publicAccessCIDRs: texts.optional(),
  extraCIDRs: texts.optional(),
  controlPlaneSubnetIDs: texts.optional(),
  controlPlaneOnPrivateSubnets: z.boolean().optional(),
});

export const clusterConfigSchema = z.object({
  apiVersion: z.string(),
  kind: z.string(),
  metadata: z.object({
    name: z.string(),
    region: z.string(),
    version: z.string().optional(),
    tags: tags.optional(),
  }),
  availabilityZones: texts.optional(),
  kubernetesNetworkConfig: z
    .object({
      ipFamily: z.string().optional(),
      serviceIPv4CIDR: z.string().optional(),
    })
    .nullish(),
  vpc: vpc.nullish(),
  privateCluster: z.object({ enabled: z.boolean().optional() }).nullish(),
  accessConfig: z
    .object({
      accessEntries: z.array(z.object({ principalARN: z.string() })).optional(),
    })
    .nullish(),
  upgradePolicy: z.object({ supportType: z.string().optional() }).nullish(),
  secretsEncryption: z.object({ keyARN: z.string().optional() }).nullish(),
  cloudWatch: z
    .object({
      clusterLogging: z.object({ enableTypes: texts.optional() }).nullish(),
    })
    .nullish(),
  iam: z
    .object({
      withOIDC: z.boolean().optional(),
      podIdentityAssociations: z.array(podIdentityAssociation).optional(),
    })
    .nullish(),
  addonsConfig: z
    .object({ disableDefaultAddons: z.boolean().optional() })
    .nullish(),
  addons: z.array(addon).optional(),
  managedNodeGroups: z.array(nodeGroup).optional(),
  nodeGroups: z.array(z.object({ name: z.string() })).optional(),
});

export type ClusterConfig = z.output<typeof clusterConfigSchema>;
export type NodeGroupConfig = z.output<typeof nodeGroup>;
export type AddonConfig = z.output<typeof addon>;
