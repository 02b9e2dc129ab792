/** The far end of a connection, as a security group sees it. */
export interface Peer {
  /** In words, for a report. */
  title: string;
  /** IPv4 ranges in CIDR notation. */
  ranges: readonly string[];
  /** The groups on its interface; `undefined` where it stands in a network that is not seen. */
  groupIds: readonly string[] | undefined;
  /** True where it may have other addresses than these: what does not admit them all is unknown. */
  vague?: boolean;
}
