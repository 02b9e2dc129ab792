/** A private zone in which names of the VPC are looked up: `route53:ListHostedZonesByVPC`. */
export interface LivePrivateZone {
  id: string;
  /** In lower case, without the dot at the end. */
  name: string;
  /** Account that owns it, or service of AWS, such as that of an interface endpoint. */
  owner: string;
  /** `route53:ListResourceRecordSets`; absent where they were not read, as only the owner may read them. */
  records?: LiveNameRecord[];
  /** Why there are no records. */
  unread?: string;
}

/** One record set of a private zone. */
export interface LiveNameRecord {
  /** In lower case, without the dot at the end; its first part is `*` where it stands for every name there. */
  name: string;
  /** Such as `A` or `CNAME`. */
  type: string;
  /** Addresses or names; of types other than `A` and `CNAME` they are not kept. */
  values: string[];
  /** What it is another name for, in another zone or its own. */
  alias?: { zoneId: string; name: string };
  /** True where a routing policy decides which of several record sets answers. */
  chosen: boolean;
}

/**
 * A rule of Route 53 Resolver that is associated with the VPC: `route53resolver:ListResolverRules`
 * (https://docs.aws.amazon.com/Route53/latest/APIReference/API_route53resolver_ResolverRule.html).
 */
export interface LiveResolverRule {
  /** Such as `rslvr-rr-…`. */
  id: string;
  /** `FORWARD`, `SYSTEM`, `DELEGATE` or `RECURSIVE`; absent where the rule was not shown. */
  type?: string;
  /** What it is about, in lower case, without the dot at the end; empty for every name. */
  domain?: string;
  /** Addresses of the name servers that are asked. */
  targets?: string[];
  /** Why nothing is known of it. */
  unread?: string;
}
