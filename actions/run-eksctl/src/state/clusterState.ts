/** Read, or not readable for a reason. What could not be read is never taken for good. */
export type Known<T> =
  { known: true; value: T } | { known: false; reason: string };

/** A stack of CloudFormation that belongs to the cluster. */
export interface Stack {
  name: string;
  status: string;
  reason?: string;
  /** When it was made or last changed, in milliseconds since 1970. */
  changedAt: number;
  tags: Record<string, string>;
  outputs: Record<string, string>;
}

export interface Endpoint {
  publicAccess: boolean;
  privateAccess: boolean;
  publicAccessCidrs: string[];
}

/** The cluster as EKS describes it. */
export interface Cluster {
  arn: string;
  status: string;
  version: string;
  createdAt: number;
  address?: string;
  certificateAuthority?: string;
  tags: Record<string, string>;
  vpcId: string;
  subnetIds: string[];
  endpoint: Endpoint;
  ipFamily?: string;
  serviceRange?: string;
  logTypes: string[];
  encryptionKey?: string;
  supportType?: string;
  oidcIssuer?: string;
  health: string[];
}

export interface NodeGroup {
  name: string;
  status: string;
  version: string;
  releaseVersion: string;
  changedAt: number;
  amiType: string;
  instanceTypes: string[];
  spot: boolean;
  labels: Record<string, string>;
  taints: { key: string; value: string; effect: string }[];
  min: number;
  desired: number;
  max: number;
  maxUnavailable?: number;
  maxUnavailablePercentage?: number;
  /** `Code: message (resources)` of what EKS finds wrong. */
  health: string[];
}

export interface Addon {
  name: string;
  status: string;
  version: string;
  changedAt: number;
  configurationValues?: string;
  serviceAccountRoleArn?: string;
  health: string[];
}

export interface PodIdentity {
  namespace: string;
  serviceAccount: string;
  /** The add-on that made it; nobody else changes it. */
  ownedByAddon: boolean;
}

/** Nodes of one node group. */
export interface NodeCount {
  ready: number;
  total: number;
  /** Versions of kubelet, such as v1.35.2. */
  versions: string[];
}

/** Versions of an add-on that EKS offers for the cluster's version. */
export interface AddonOffer {
  versions: string[];
  byDefault?: string;
}

/** What there is, with everything read at about the same time. */
export interface ClusterState {
  cluster?: Cluster;
  stacks: Stack[];
  nodeGroups: NodeGroup[];
  addons: Addon[];
  addonOffers: Record<string, AddonOffer>;
  podIdentities: PodIdentity[];
  /** ARNs of the principals with an access entry. */
  accessEntries: string[];
  /** Whether IAM knows the cluster's OIDC issuer. */
  oidcProvider: Known<boolean>;
  /** Ranges of the VPC. */
  vpcRanges: Known<string[]>;
  /** Ranges that reach the control plane on port 443 beside the nodes. */
  controlPlaneRanges: Known<string[]>;
  /** By node group. */
  nodes: Known<Record<string, NodeCount>>;
}

/** The stack that eksctl makes for the control plane and the network. */
export function clusterStackName(cluster: string): string {
  return `eksctl-${cluster}-cluster`;
}

export function clusterStack(
  { stacks }: ClusterState,
  cluster: string,
): Stack | undefined {
  return stacks.find(({ name }) => name === clusterStackName(cluster));
}

/** The stack of a node group. */
export function nodeGroupStack(
  { stacks }: ClusterState,
  cluster: string,
  nodeGroup: string,
): Stack | undefined {
  const name = `eksctl-${cluster}-nodegroup-${nodeGroup}`;
  return stacks.find(stack => stack.name === name);
}
