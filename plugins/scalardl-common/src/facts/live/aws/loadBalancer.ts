export interface LiveListener {
  port: number;
  /** `TCP`, `TLS`, … */
  protocol: string;
  targetGroupArns: string[];
}

/** `elasticloadbalancing:Describe{LoadBalancers,Listeners,TargetGroups,Tags}`: every one of the VPC. */
export interface LiveLoadBalancer {
  arn: string;
  name: string;
  /** What a Service's status shows as its hostname. */
  dnsName: string;
  /** `network` or `application`. */
  type: string;
  /** `internal` or `internet-facing`. */
  scheme: string;
  state: string;
  ipAddressType: string;
  securityGroupIds: string[];
  subnetIds: string[];
  listeners: LiveListener[];
  targetGroups: LiveTargetGroup[];
  tags: Record<string, string>;
}

export interface LiveTargetGroup {
  arn: string;
  port: number;
  protocol: string;
  /** `ip` or `instance`. */
  targetType: string;
  /** Attribute `preserve_client_ip.enabled`, `undefined` where it was not read. */
  preservesClientAddress?: boolean;
}

/** `elasticloadbalancing:DescribeTargetHealth` of one target group. */
export interface LiveTargetHealth {
  targetGroupArn: string;
  targets: {
    /** Address or instance id. */
    id: string;
    port: number;
    zone?: string;
    /** `healthy`, `unhealthy`, `initial`, `unused`, `draining` or `unavailable`. */
    state: string;
    reason?: string;
  }[];
}
