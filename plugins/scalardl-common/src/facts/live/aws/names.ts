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
