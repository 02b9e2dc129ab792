/** How slow, how late and how unwilling the simulated AWS is; what is left out stays as it is. */
export interface Settings {
  /** How long a new id is not yet known to later calls. */
  readonly consistencyMilliseconds?: number;
  /** Added to every call. */
  readonly latencyMilliseconds?: number;
  /** Seconds that a resource of the kind takes to change. */
  readonly durations?: Partial<
    Record<
      | 'cluster'
      | 'nodegroup'
      | 'addon'
      | 'update'
      | 'stack'
      | 'peering'
      | 'delete',
      number
    >
  >;
  /** Limits in force, which Service Quotas answers with. */
  readonly quotas?: Partial<
    Record<
      | 'routesPerTable'
      | 'rulesPerSecurityGroup'
      | 'activePeeringsPerVpc'
      | 'outstandingPeerings',
      number
    >
  >;
  /** Creations that fail on the way; the list replaces the one before. */
  readonly failures?: readonly Failure[];
  /** What EKS finds out by itself; the list replaces the one before. */
  readonly conditions?: readonly Condition[];
  /** Targets that load balancers do not find healthy; the list replaces the one before. */
  readonly targets?: readonly Target[];
}

/** What EKS says of a cluster or node group as long as this stands: a status, an issue, or both. */
export interface Condition {
  readonly resource: 'cluster' | 'nodegroup';
  readonly name: string;
  readonly status?: string;
  /** Of the issue, such as `Ec2SubnetNotFound`. */
  readonly code?: string;
  readonly message?: string;
}

/** How load balancers find a target, by its address or instance id. */
export interface Target {
  readonly id: string;
  /** Such as `unhealthy` or `initial`. */
  readonly state: string;
  readonly reason?: string;
}

export interface Failure {
  readonly resource: 'cluster' | 'nodegroup' | 'addon' | 'update' | 'stack';
  /** `*` stands for any text; every one where it is left out. */
  readonly name?: string;
  readonly reason: string;
  /** The stack completes all the same, and the resource does not. */
  readonly silent?: boolean;
}

/** Where those who call Kubernetes endpoints stand; outside the VPC, a public endpoint must admit the address. */
export interface Callers {
  readonly inside: boolean;
  readonly address?: string;
  /** Whether who is not admitted waits for nothing, as on AWS, instead of being reset at once. */
  readonly silence?: boolean;
}

/** What containers that really run find: images that can be pulled, and who answers which address. */
export interface Containers {
  readonly images?: readonly {
    readonly name: string;
    /** Paths of the programs in it. */
    readonly programs?: readonly string[];
  }[];
  readonly addresses?: readonly {
    /** `host:port`, as a container calls it. */
    readonly name: string;
    /** On loopback. */
    readonly port: number;
  }[];
}
