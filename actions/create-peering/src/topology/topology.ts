import type { Credentials } from '../aws/credentials';
import type { PortRange } from './ports';

/** How a VPC is found. */
export type Place =
  | { vpcId: string }
  | { cluster: string }
  | { tags: Readonly<Record<string, string>> };

/** Subnets by id, or by tags that all of them carry. */
export type SubnetChoice =
  { ids: readonly string[] } | { tags: Readonly<Record<string, string>> };

/** An account in which a network may stand, and the credentials that reach it. */
export interface Owner {
  credentials: Credentials;
  /** The account to which the credentials must belong, where it is known. */
  accountId?: string;
}

/** A network as the inputs tell of it. */
export interface DeclaredNetwork {
  name: string;
  /** Where the inputs say so, for messages: `networks[0]`, `environment: spec.ledger`. */
  key: string;
  region: string;
  place?: Place;
  /** Whose credentials this run has for it; nobody's where it is another run's to change. */
  owners: readonly Owner[];
  /** The account, where this run has no credentials for it or none of the owners has the VPC. */
  elsewhere?: string;
  /** Credentials that may look the VPC up, but change nothing in it. */
  lookup?: Owner;
  subnets?: SubnetChoice;
  securityGroups?: readonly string[];
  /** Ranges that its VPC has, as far as the inputs tell. */
  ranges?: readonly string[];
  /** Ranges that call the other networks; every range of the VPC where this is left out. */
  callers?: readonly string[];
  /** The range of its Kubernetes services, where it cannot be read. */
  serviceRange?: string;
}

/** Two networks that are to reach each other. */
export interface DeclaredConnection {
  /** Also the mark by which this action knows again what it made. */
  name: string;
  key: string;
  /** Requests the peering. */
  from: string;
  /** Accepts it. */
  to: string;
  /** What is opened at either end. */
  ports: { from: readonly PortRange[]; to: readonly PortRange[] };
  /** Whether names of the other network resolve to private addresses. */
  dns: boolean;
  /** Whether the run fails where somebody else has not accepted in time. */
  required: boolean;
}

/** Everything that the inputs declare. */
export interface Topology {
  networks: ReadonlyMap<string, DeclaredNetwork>;
  connections: readonly DeclaredConnection[];
}
