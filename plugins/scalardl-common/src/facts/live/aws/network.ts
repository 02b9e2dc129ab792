/** `ec2:DescribeVpcs`. */
export interface LiveVpc {
  id: string;
  ownerId: string;
  /** Every associated IPv4 range, the first one and the secondary ones. */
  cidrs: string[];
  ipv6Cidrs: string[];
}

/** `ec2:DescribeVpcAttribute`, one call each. */
export interface LiveVpcDns {
  support: boolean;
  hostnames: boolean;
}

/** `ec2:DescribeSubnets` of the VPC. */
export interface LiveSubnet {
  id: string;
  vpcId: string;
  /** Another account's where the VPC is shared. */
  ownerId: string;
  /** Name of the zone, which differs between accounts. */
  zone: string;
  /** Id of the zone, such as `apne1-az4`, which does not. */
  zoneId: string;
  cidr: string;
  ipv6Cidrs: string[];
  availableAddresses: number;
  assignsPublicAddresses: boolean;
  tags: Record<string, string>;
}

/** Where a route leads: the kind by the prefix of the id. */
export interface LiveRoute {
  /** IPv4 range, IPv6 range or the id of a prefix list (`pl-…`). */
  destination: string;
  target: {
    kind:
      | 'local'
      | 'peering'
      | 'transitGateway'
      | 'nat'
      | 'internet'
      | 'egressOnlyInternet'
      | 'endpoint'
      | 'instance'
      | 'interface'
      | 'virtualPrivateGateway'
      | 'other';
    /** `local` for routes inside the VPC. */
    id: string;
  };
  state: 'active' | 'blackhole';
  /** Learned from a virtual private gateway or a route server; a static route goes before it. */
  propagated?: boolean;
}

/** `ec2:DescribeRouteTables` of the VPC. */
export interface LiveRouteTable {
  id: string;
  /** Used by every subnet that no table names. */
  main: boolean;
  subnetIds: string[];
  routes: LiveRoute[];
  tags: Record<string, string>;
}

export interface LiveNetworkAclEntry {
  /** The lowest number that matches decides; 32767 is the last, which denies. */
  ruleNumber: number;
  egress: boolean;
  /** `-1` for all, `6` for TCP, `17` for UDP. */
  protocol: string;
  cidr?: string;
  ipv6Cidr?: string;
  ports?: { from: number; to: number };
  allow: boolean;
}

/** `ec2:DescribeNetworkAcls` of the VPC. */
export interface LiveNetworkAcl {
  id: string;
  subnetIds: string[];
  entries: LiveNetworkAclEntry[];
}

export interface LiveGroupRule {
  /** `-1` for all, else `tcp`, `udp`, `icmp` or a number. */
  protocol: string;
  /** Absent where the protocol has none, or all are meant. */
  ports?: { from: number; to: number };
  cidrs: string[];
  ipv6Cidrs: string[];
  prefixListIds: string[];
  /** Matches only interfaces that hold the group. */
  groups: {
    groupId: string;
    accountId?: string;
    vpcId?: string;
    peeringId?: string;
    /** `active`, or that of a peering that is gone. */
    peeringStatus?: string;
  }[];
  description?: string;
}

/** `ec2:DescribeSecurityGroups` of the VPC; one entry of `IpPermissions` is one rule. */
export interface LiveSecurityGroup {
  id: string;
  name: string;
  ingress: LiveGroupRule[];
  egress: LiveGroupRule[];
  tags: Record<string, string>;
}

/** `ec2:DescribeNetworkInterfaces` of the VPC. */
export interface LiveNetworkInterface {
  id: string;
  subnetId: string;
  groupIds: string[];
  instanceId?: string;
  privateAddresses: string[];
  /** Prefixes delegated to pods. */
  prefixes: string[];
  publicAddress?: string;
  /** Such as `ELB net/k8s-…/0123` or `Amazon EKS scalardl-ledger`. */
  description: string;
  /** Such as `interface` or `network_load_balancer`. */
  type: string;
}

/** `ec2:GetManagedPrefixListEntries` and `ec2:DescribeManagedPrefixLists`, for every list that a rule or route names. */
export interface LivePrefixList {
  id: string;
  cidrs: string[];
  /** `AWS` for AWS's own lists. Absent where only the entries could be read. */
  ownerId?: string;
  /** For how many routes or rules the list counts in a quota; AWS's own lists do not tell. */
  maxEntries?: number;
}

export interface LivePeeringEnd {
  vpcId: string;
  accountId: string;
  region: string;
  /** Absent where the other account does not show them. */
  cidrs: string[];
  /** `undefined` where AWS does not tell, as for the other side's end of a peering that is not active. */
  resolvesRemoteNames?: boolean;
}

/** `ec2:DescribeVpcPeeringConnections` that have the VPC at either end. */
export interface LivePeering {
  id: string;
  /** `active`, `pending-acceptance`, … Ended ones stay listed for a while. */
  status: string;
  message?: string;
  requester: LivePeeringEnd;
  accepter: LivePeeringEnd;
}

/** A route of a transit gateway's own route table. */
export interface LiveTransitGatewayRoute {
  /** IPv4 or IPv6 range. */
  destination: string;
  /** Attachments that it leads to; several where it is spread over equal ways, none for a blackhole. */
  attachmentIds: string[];
  state: 'active' | 'blackhole';
  /** Learned from an attachment; a static route goes before it. */
  propagated?: boolean;
}

/**
 * `ec2:DescribeTransitGatewayRouteTables` of the gateways that the VPC is attached to, with
 * `ec2:GetTransitGatewayRouteTableAssociations` and `ec2:SearchTransitGatewayRoutes`. AWS shows the owner of a gateway
 * every table of it, and nobody else any.
 */
export interface LiveTransitGatewayRouteTable {
  id: string;
  transitGatewayId: string;
  /** Attachments, also those of other accounts, by which packets come in that this table steers. */
  attachmentIds: string[];
  routes: LiveTransitGatewayRoute[];
}

/** `ec2:DescribeTransitGatewayVpcAttachments` of the VPC. */
export interface LiveTransitGatewayAttachment {
  id: string;
  transitGatewayId: string;
  state: string;
  subnetIds: string[];
}

/** `ec2:DescribeNatGateways` of the VPC. */
export interface LiveNatGateway {
  id: string;
  subnetId: string;
  state: string;
  /** `public` or `private`. */
  connectivity: string;
  /** `regional` stands in every zone and has no subnet; absent is `zonal`. */
  availabilityMode?: string;
}

/** `ec2:DescribeVpcEndpoints` of the VPC. */
export interface LiveVpcEndpoint {
  id: string;
  /** Such as `com.amazonaws.ap-northeast-1.ecr.dkr`. */
  service: string;
  /** `Interface` or `Gateway`. */
  type: string;
  /** In lower case, such as `available`. */
  state: string;
  /** Whether the usual names of the service lead to it inside the VPC; a gateway has no names. */
  privateDns?: boolean;
  subnetIds: string[];
  routeTableIds: string[];
  groupIds: string[];
}

/** `ec2:DescribeStaleSecurityGroups` of the VPC. */
export interface LiveStaleGroup {
  groupId: string;
  /** What the stale rules refer to: groups of a peer that is gone. */
  references: string[];
}

/** `servicequotas:GetServiceQuota`; what is used is counted from other facts. */
export interface LiveQuotas {
  /** Active peerings of a VPC. */
  peeringsPerVpc: number;
  routesPerTable: number;
  rulesPerSecurityGroup: number;
}
