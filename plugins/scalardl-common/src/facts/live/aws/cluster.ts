/** `sts:GetCallerIdentity`: who reads this side. */
export interface LiveIdentity {
  accountId: string;
  arn: string;
}

/** `eks:DescribeCluster` (https://docs.aws.amazon.com/eks/latest/APIReference/API_Cluster.html). */
export interface LiveCluster {
  name: string;
  arn: string;
  accountId: string;
  region: string;
  /** Such as `ACTIVE` or `UPDATING`. */
  status: string;
  /** Kubernetes minor version, such as `1.35`. */
  version: string;
  /** Each as `Code: message`. */
  healthIssues: string[];
  vpcId: string;
  /** Subnets of the control plane's network interfaces. */
  subnetIds: string[];
  /** The group that EKS made and that managed nodes carry. */
  clusterSecurityGroupId?: string;
  /** Further groups of the control plane's network interfaces. */
  securityGroupIds: string[];
  endpoint: {
    /** `https://….eks.amazonaws.com`; absent while the cluster is being created. */
    address?: string;
    public: boolean;
    private: boolean;
    /** Stored even while public access is off. */
    publicCidrs: string[];
  };
  /** Certificate authority of the API, base64. */
  certificateAuthority?: string;
  /** The kinds of control plane log that are switched on. */
  logTypes: string[];
  /** Key of the envelope encryption of Secrets, where one was configured. */
  secretsKeyArn?: string;
  ipFamily: 'ipv4' | 'ipv6';
  serviceCidr?: string;
  /** EKS Auto Mode makes nodes by itself. */
  autoMode: boolean;
  /** `upgradePolicy.supportType`: a preference, not the status of the version. */
  supportType?: string;
}

/** `eks:DescribeClusterVersions`. */
export interface LiveClusterVersion {
  version: string;
  /** `STANDARD_SUPPORT`, `EXTENDED_SUPPORT` or `UNSUPPORTED`. */
  status: string;
  /** ISO date. */
  endOfStandardSupport?: string;
}

/** `eks:DescribeNodegroup`. */
export interface LiveNodeGroup {
  name: string;
  status: string;
  version: string;
  /** Such as `AL2023_x86_64_STANDARD`. */
  amiType: string;
  instanceTypes: string[];
  capacityType: string;
  subnetIds: string[];
  scaling: { min: number; desired: number; max: number };
  autoScalingGroups: string[];
  labels: Record<string, string>;
  /** Effects in the words of Kubernetes, such as `NoSchedule`. */
  taints: { key: string; value?: string; effect: string }[];
  /** Each as `Code: message`. */
  healthIssues: string[];
}

/** `eks:DescribeAddon`. */
export interface LiveAddon {
  name: string;
  version: string;
  status: string;
  healthIssues: string[];
  /** JSON or YAML text, as it was given. */
  configuration?: string;
}

/** `eks:DescribeFargateProfile`. */
export interface LiveFargateProfile {
  name: string;
  status: string;
  subnetIds: string[];
  selectors: { namespace: string; labels: Record<string, string> }[];
}
