/**
 * `ec2:DescribeInstances`: the cluster's machines, by its tags and by the provider ids of its nodes; terminated ones
 * are left out.
 */
export interface LiveInstance {
  id: string;
  type: string;
  state: string;
  vpcId: string;
  subnetId: string;
  zone: string;
  publicAddress?: string;
  /** Of all its interfaces. */
  groupIds: string[];
  /** `required` is IMDSv2. */
  metadataTokens?: string;
  metadataEndpoint?: string;
  /** Set where a launch template switches cores or threads off. */
  cpuOptions?: { cores: number; threadsPerCore: number };
  volumeIds: string[];
  /** Managed by EKS Auto Mode. */
  managed: boolean;
  tags: Record<string, string>;
}

/** `ec2:DescribeInstanceTypes`, of every type that instances and node groups name. */
export interface LiveInstanceType {
  type: string;
  vcpus: number;
  memoryMiB: number;
  burstable: boolean;
  architectures: string[];
  networkInterfaces: number;
  ipv4PerInterface: number;
}

/** `ec2:DescribeVolumes` that hang on the instances. */
export interface LiveVolume {
  id: string;
  encrypted: boolean;
  instanceId: string;
}

/** `autoscaling:DescribeAutoScalingGroups` that carry the cluster's tags or belong to its node groups. */
export interface LiveAutoScalingGroup {
  name: string;
  min: number;
  max: number;
  desired: number;
  /** `VPCZoneIdentifier`: where it starts instances. */
  subnetIds?: string[];
  tags: Record<string, string>;
}
